import type { Recording } from "../feed/recording.ts";
import { mostPanels } from "../feed/roster.ts";
import type { ViewState } from "../time_control/view_state.ts";

/**
 * Returns the satellites whose passes are told, by number: those that come in
 * the stream, and those that are chosen, too, and wait for a column.
 */
export function chosenSatellites(
  { satellites: streamed }: Pick<Recording, "satellites">,
  { satellites: chosen }: Pick<ViewState, "satellites">,
): number[] {
  const waiting = chosen?.slice(mostPanels) ?? [];
  return [...streamed.keys(), ...waiting].sort((a, b) => a - b);
}
