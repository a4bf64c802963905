import assert from "node:assert/strict";
import type { EventLog } from "../shared/event_log/event_log.ts";
import { publishElementSets } from "./element_sets.ts";
import { Publisher } from "./publisher.ts";
import { createSatellite, type Satellite } from "./satellites.ts";
import { bundledSatellites, START_MS } from "./testdata/bundled_satellites.ts";
import { ManualClock } from "./testdata/manual_clock.ts";
import { predictedSet } from "./testdata/predicted_set.ts";
import { readEvents, withTempLog } from "./testdata/temp_log.ts";

const [terra] = bundledSatellites(["TERRA"]) as [Satellite];

const catalogue = (days: number, nowMs = START_MS): Satellite[] =>
  Array.from({ length: 2500 }, (_, i) => {
    const set = predictedSet(terra.elements.set, days);
    return createSatellite({
      set: { ...set, noradId: 100_000 + i },
      source: "file:active.csv",
      receivedMs: nowMs,
    });
  });

async function publish(
  log: EventLog,
  satellites: readonly Satellite[],
  nowMs: number,
): Promise<void> {
  const ports = { log, clock: new ManualClock(nowMs), report() {} };
  const publisher = new Publisher(ports);
  const { signal } = new AbortController();
  await publishElementSets(satellites, { ...ports, publisher }, signal);
}

const countOf = async (log: EventLog) =>
  (await readEvents(log, ["element_sets"])).length;

Deno.test("publishElementSets() publishes a catalogue's sets once, and then one at each start", () =>
  withTempLog(async (log) => {
    await publish(log, catalogue(0), START_MS);
    assert.equal(await countOf(log), 2500);
    await publish(log, catalogue(0), START_MS + 3_600_000);
    assert.equal(await countOf(log), 2501);
    const newer = [...catalogue(0).slice(0, 2400), ...catalogue(1).slice(2400)];
    await publish(log, newer, START_MS + 7_200_000);
    assert.equal(await countOf(log), 2602);
  }));

Deno.test("publishElementSets() looks back two days and no further", () =>
  withTempLog(async (log) => {
    await publish(log, catalogue(0), START_MS);
    const laterMs = START_MS + 49 * 3_600_000;
    await publish(log, catalogue(0, laterMs), laterMs);
    assert.equal(await countOf(log), 5000);
  }));

Deno.test("publishElementSets() appends a thousand sets at a time", () =>
  withTempLog(async (log) => {
    const sizes: number[] = [];
    const append: EventLog["append"] = (topic, records) => {
      sizes.push(records.length);
      return log.append(topic, records);
    };
    await publish({ ...log, append }, catalogue(0), START_MS);
    assert.deepEqual(sizes, [1000, 1000, 500]);
  }));
