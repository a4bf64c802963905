import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  type Buckets,
  readBuckets,
} from "../../shared/projection/read_buckets.ts";
import { createBreather } from "../../shared/breathe.ts";
import type { ChosenSatellite } from "../choose_satellites.ts";
import type { SatellitePositions } from "./satellite_positions.ts";

/** Reads one recorded position a bucket for each satellite. */
export async function readThinned(
  projection: Projection,
  satellites: readonly ChosenSatellite[],
  range: TimeRangeMs & { readonly bucketMs: number },
): Promise<SatellitePositions[]> {
  const breathe = createBreather();
  const thinned: SatellitePositions[] = [];
  for (const satellite of satellites) {
    const steps = readBuckets(projection, satellite.recordings, range);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await breathe();
    thinned.push(fromBuckets(satellite, step.value));
    await breathe();
  }
  return thinned;
}

function fromBuckets(
  satellite: ChosenSatellite,
  buckets: Buckets,
): SatellitePositions {
  const { columns, gaps, altitudeMinE4, altitudeMaxE4, samples } = buckets;
  const altitude = {
    minE4: altitudeMinE4,
    maxE4: altitudeMaxE4,
    samples,
  };
  return { satellite, columns, gaps, altitude };
}
