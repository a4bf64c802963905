import { formatInstant } from "../../shared/instant.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { DAY_MS } from "../../shared/projection/time_range.ts";
import { readMotions } from "../motions/read_motions.ts";
import { usableMotions } from "../motions/usable_motions.ts";
import { readAskedSatellite } from "../passes/asked_satellite.ts";
import type { TrackJson } from "./track_json.ts";
import type { TracksRequest } from "./tracks_request.ts";
import { writeStretches } from "./write_stretches.ts";

/** Of satellites without elements; those in low orbits take less. */
const USUAL_REVOLUTION_MS = 2 * 3_600_000;

/** The way of one satellite, and why there is not more of it. */
export interface ReadTrack {
  readonly track: TrackJson;
  readonly warnings: readonly string[];
}

/**
 * Reads where a satellite was and will be: as recorded where it is, else by the
 * elements in force then; others run meanwhile.
 *
 * @param checkLength Is told how long it will be, and may throw.
 * @throws {Problem} 404, if nothing is known of the satellite.
 */
export async function readTrack(
  projection: Projection,
  noradId: number,
  { fromMs, toMs, stepS, nowMs, checkLength }:
    & Omit<TracksRequest, "noradIds">
    & { readonly nowMs: number; checkLength(lengthMs: number): void },
): Promise<ReadTrack> {
  const satellite = await readAskedSatellite(projection, noradId, nowMs);
  const { name, newest, percentiles } = satellite;
  const revolutionMs = newest && DAY_MS / newest.meanMotion;
  const endMs = toMs ??
    fromMs + Math.ceil(revolutionMs ?? USUAL_REVOLUTION_MS);
  checkLength(endMs - fromMs);
  const range = { fromMs, toMs: endMs };
  const read = await readMotions(projection, satellite, range, "recorded");
  const usable = usableMotions(read.motions, range, percentiles);
  const stretches = await writeStretches(usable.motions, range, stepS * 1000);
  return {
    track: {
      norad_id: noradId,
      name,
      to: formatInstant(endMs),
      revolution_s: revolutionMs && Math.round(revolutionMs / 1000),
      stretches,
    },
    warnings: [
      ...usable.refusals.map((refusal) => `${name}: ${refusal}`),
      ...read.failures.map(({ message }) => message),
    ],
  };
}
