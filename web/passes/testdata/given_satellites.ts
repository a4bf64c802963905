import { elementSetRecorded } from "../../../shared/events/element_set_recorded.ts";
import { HOUR_MS } from "../../../shared/projection/time_range.ts";
import { findBundled } from "../../../tle/bundled_elements.ts";
import type { ElementSet } from "../../../tle/element_set.ts";
import { recordedOrbit } from "../../testdata/recorded_orbit.ts";
import { TestApp } from "../../testdata/test_app.ts";
import type { PassesJson } from "../pass_json.ts";

export const terra = findBundled("TERRA")!;
export const aqua = findBundled("AQUA")!;
/** A whole hour close to the epoch of both; hours are counted from it. */
export const START_MS = Math.floor(terra.epochUs / 1000 / HOUR_MS) * HOUR_MS;
export const MOSCOW = "lat=55.75&lon=37.62";

export const hours = (count: number) => START_MS + count * HOUR_MS;
export const at = (count: number) => new Date(hours(count)).toISOString();
/** A range in hours from the start. */
export const window = (from: number, to: number) =>
  `from=${at(from)}&to=${at(to)}`;
export const ms = (time: string) => Date.parse(time);

/** The event of an element set. */
export function eventOf(set: ElementSet) {
  return elementSetRecorded(set, { source: "test", timeMs: START_MS });
}

/** An app that knows sets, at a time in hours from the start. */
export async function given(
  sets: readonly ElementSet[],
  nowHours: number,
): Promise<TestApp> {
  const test = await TestApp.given(sets.map(eventOf));
  test.nowMs = hours(nowHours);
  return test;
}

/** Records what a set says, in hours from the start. */
export function record(
  test: TestApp,
  set: ElementSet,
  [from, to]: readonly [number, number],
  stepMs = 1000,
): void {
  const range = { fromMs: hours(from), toMs: hours(to) };
  const topic = `${set.name!.toLowerCase()}_topic`;
  test.projection.commit(recordedOrbit(set, range, stepMs), { topic });
}

/** Passes over Moscow. */
export const passesOf = (
  test: TestApp,
  query: string,
  noradId = terra.noradId,
) =>
  test.getJson(
    `/api/v1/satellites/${noradId}/passes?${MOSCOW}&${query}`,
  ) as Promise<PassesJson>;

export const idsOf = ({ passes }: Pick<PassesJson, "passes">) =>
  passes.map(({ id }) => id);
