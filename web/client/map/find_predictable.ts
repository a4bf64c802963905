import type { SatelliteInfo } from "../feed/contract.ts";
import type { Moment } from "../feed/moment.ts";

/**
 * Returns the satellites of which it can be told where they go, by catalogue
 * number: what is still to come rests on elements alone, and the server refuses
 * to tell of none.
 */
export function findPredictable(
  satellites: Iterable<{ readonly info: SatelliteInfo }>,
  { kind }: Pick<Moment, "kind">,
): number[] {
  return [...satellites]
    .filter(({ info }) => kind !== "live" || info.element_set !== null)
    .map(({ info }) => info.norad_id);
}
