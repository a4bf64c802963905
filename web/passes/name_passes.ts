import type { Projection } from "../../shared/projection/projection.ts";
import type { Site } from "../../tle/look_angles.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import type { SourceMotion } from "../motions/read_motions.ts";
import type { AskedSatellite } from "./asked_satellite.ts";

/** A pass with its name among all passes of its satellite. */
export interface NamedPass {
  readonly found: FoundPass<SourceMotion>;
  readonly id: string;
  /** Null where it cannot be told with certainty. */
  readonly orbitNumber: number | null;
}

/**
 * Names the passes of one satellite over a site.
 *
 * @param passes In order, from one revolution before the first that matters.
 */
export function namePasses(
  _projection: Projection,
  _satellite: AskedSatellite,
  _site: Site,
  _passes: readonly FoundPass<SourceMotion>[],
): NamedPass[] {
  throw new Error("not there yet");
}
