import assert from "node:assert/strict";
import { type EventLog, EventLogError } from "../shared/event_log/event_log.ts";
import { elementSetRecorded } from "../shared/events/element_set_recorded.ts";
import { Publisher } from "./publisher.ts";
import { bundledSatellites } from "./testdata/bundled_satellites.ts";
import { ManualClock } from "./testdata/manual_clock.ts";
import { readEvents, withTempLog } from "./testdata/temp_log.ts";

const elementSet = bundledSatellites(["TERRA"])[0]!.orbit.elementSet;
const event = elementSetRecorded(elementSet, { source: "test", timeMs: 5000 });

/** A publisher to a log that fails with `error` while there is one. */
function createTroubled(log: EventLog) {
  const clock = new ManualClock(0);
  const reports: string[] = [];
  const state: { error: Error | null } = { error: null };
  const append: EventLog["append"] = (topic, records) =>
    state.error === null
      ? log.append(topic, records)
      : Promise.reject(state.error);
  const publisher = new Publisher({
    log: { ...log, append },
    clock,
    report: (message) => reports.push(message),
  });
  const publish = () => publisher.publish("a", "25994", event);
  return { clock, reports, state, publish };
}

Deno.test("publish() appends the event under its key", () =>
  withTempLog(async (log) => {
    const { publish } = createTroubled(log);
    assert.equal(await publish(), true);
    const [found] = await readEvents(log, ["a"]);
    assert.equal(found?.key, "25994");
    assert.deepEqual(found?.event, event);
  }));

Deno.test("publish() tells of a log that takes nothing once, again after a minute, and when it is back", () =>
  withTempLog(async (log) => {
    const { clock, reports, state, publish } = createTroubled(log);
    state.error = new EventLogError("Disk is full. Make room on it.");
    for (let second = 0; second <= 89; second++) {
      await clock.setTo(second * 1000, 0);
      assert.equal(await publish(), false);
    }
    state.error = null;
    await clock.setTo(90_000, 0);
    assert.equal(await publish(), true);
    assert.equal(await publish(), true);
    assert.deepEqual(reports, [
      "Disk is full. Make room on it. Trying again.",
      "Disk is full. Make room on it. Trying again.",
      "a takes events again, after 2 min",
    ]);
  }));

Deno.test("publish() does not chatter where every other append fails", () =>
  withTempLog(async (log) => {
    const { clock, reports, state, publish } = createTroubled(log);
    for (let second = 0; second < 60; second++) {
      await clock.setTo(second * 1000, 0);
      state.error = second % 2 === 0 ? new EventLogError("Full.") : null;
      await publish();
    }
    assert.deepEqual(reports, [
      "Full. Trying again.",
      "a takes events again, after 1 s",
    ]);
  }));

Deno.test("publish() lets errors through that are no trouble of the log's", () =>
  withTempLog(async (log) => {
    const { state, publish } = createTroubled(log);
    state.error = new RangeError("a mistake");
    await assert.rejects(publish(), RangeError);
  }));
