import type { ReceivedEvent } from "./event_reader.ts";
import { AQUA, positionsOf, START_MS, TERRA } from "./given_positions.ts";
import { TestApp } from "./test_app.ts";

/** Seconds since the start of the test, of each frame. */
export const timesOf = (events: readonly ReceivedEvent[]) =>
  events.filter(({ event }) => event === "positions")
    .map(({ data }) => (Date.parse(data.time) - START_MS) / 1000);

export const secondsOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** TERRA and AQUA, recorded each second so far. */
export async function givenRange(seconds = 100): Promise<TestApp> {
  const test = await TestApp.given([
    ...positionsOf(TERRA, 0, seconds),
    ...positionsOf(AQUA, 0, seconds),
  ]);
  await test.pollAt(seconds - 1);
  return test;
}
