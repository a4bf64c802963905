import { createBreather } from "../../shared/breathe.ts";
import { formatInstantUs } from "../../shared/instant.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import { geodeticFromEcef } from "../../tle/geodetic.ts";
import type { SourceMotion } from "../motions/read_motions.ts";
import { round } from "../round.ts";
import type { StretchJson } from "./track_json.ts";

/**
 * Returns where motions lead: where each begins and ends, and at whole steps
 * since 1970 in between, so that the same instants are told of any range. What
 * follows on itself, by one source and one element set, is one stretch. Others
 * run meanwhile.
 *
 * @param range Half-open; motions beyond it are cut.
 */
export async function writeStretches(
  motions: readonly SourceMotion[],
  range: TimeRangeMs,
  stepMs: number,
): Promise<StretchJson[]> {
  const breathe = createBreather();
  const stretches: StretchJson[] = [];
  let before: SourceMotion | null = null;
  for (const motion of motions) {
    const fromMs = Math.max(motion.fromMs, range.fromMs);
    const toMs = Math.min(motion.toMs, range.toMs - 1);
    if (fromMs > toMs) continue;
    if (before === null || !goesOn(before, motion)) {
      stretches.push(emptyStretch(motion));
    }
    before = motion;
    const { columns } = stretches.at(-1)!;
    for (let timeMs = fromMs; timeMs < toMs;) {
      addPoint(columns, motion, timeMs);
      timeMs = (Math.floor(timeMs / stepMs) + 1) * stepMs;
      await breathe();
    }
    addPoint(columns, motion, toMs);
  }
  return stretches;
}

function goesOn(
  before: SourceMotion,
  { source, elementSet, fromMs }: SourceMotion,
) {
  return before.source === source && before.toMs + 1 === fromMs &&
    before.elementSet?.id === elementSet?.id;
}

function emptyStretch({ source, elementSet }: SourceMotion): StretchJson {
  return {
    source,
    element_set: elementSet && {
      id: elementSet.id,
      epoch: formatInstantUs(elementSet.epochUs),
    },
    columns: {
      time_ms: [],
      latitude_deg: [],
      longitude_deg: [],
      altitude_km: [],
    },
  };
}

function addPoint(
  columns: StretchJson["columns"],
  motion: SourceMotion,
  timeMs: number,
): void {
  const { positionKm } = motion.stateAt(timeMs);
  const place = geodeticFromEcef(positionKm);
  columns.time_ms.push(timeMs);
  columns.latitude_deg.push(round(place.latitudeDeg, 4));
  columns.longitude_deg.push(round(place.longitudeDeg, 4));
  columns.altitude_km.push(round(place.altitudeKm, 3));
}
