import { newestElementSets } from "../../shared/projection/element_sets/newest_element_sets.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { Recording } from "../../shared/projection/recordings.ts";
import type { AgePercentiles } from "../../tle/audit/audit_percentiles.ts";
import { readPercentiles } from "../audit/read_percentiles.ts";
import { recordingsOf } from "../satellite_number.ts";

/** A satellite whose passes are asked for, and what is known of it. */
export interface AskedSatellite {
  readonly noradId: number;
  readonly name: string;
  /** The preferred topic first. */
  readonly recordings: readonly Recording[];
  /** The set with the latest epoch. */
  readonly newest: StoredElementSet | null;
  /** How far off its sets were, by age. */
  readonly percentiles: readonly AgePercentiles[];
}

/** @throws {Problem} 404, if nothing is known of the satellite. */
export async function readAskedSatellite(
  projection: Projection,
  noradId: number,
  nowMs: number,
): Promise<AskedSatellite> {
  const recordings = recordingsOf(projection, noradId);
  const newest = newestElementSets(projection, [noradId]).get(noradId) ?? null;
  return {
    noradId,
    name: recordings[0]?.name ?? newest?.name ?? String(noradId),
    recordings,
    newest,
    percentiles: await readPercentiles(projection, noradId, nowMs),
  };
}

/** @throws {Problem} 404, if nothing is known of one of them. */
export async function readAskedSatellites(
  projection: Projection,
  noradIds: readonly number[],
  nowMs: number,
): Promise<AskedSatellite[]> {
  const satellites: AskedSatellite[] = [];
  for (const noradId of noradIds) {
    satellites.push(await readAskedSatellite(projection, noradId, nowMs));
  }
  return satellites;
}
