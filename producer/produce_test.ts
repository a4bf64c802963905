import assert from "node:assert/strict";
import { type EventLog, EventLogError } from "../shared/event_log/event_log.ts";
import { produce } from "./produce.ts";
import { Publisher } from "./publisher.ts";
import { createSatellite } from "./satellites.ts";
import { bundledSatellites } from "./testdata/bundled_satellites.ts";
import { ManualClock } from "./testdata/manual_clock.ts";
import {
  assertEachOnce,
  FIRST_TICK_MS,
  START_MS,
  startProducer,
} from "./testdata/start_producer.ts";
import {
  everyTick,
  readEvents,
  readPositionEvents,
  readTicks,
  withTempLog,
} from "./testdata/temp_log.ts";
import { Channels } from "./channels.ts";

const [terra, aqua] = bundledSatellites(["TERRA", "AQUA"]);

Deno.test("produce() publishes the elements before any position that names them", () =>
  withTempLog(async (log) => {
    const order: string[] = [];
    const append: EventLog["append"] = (topic, records) => {
      order.push(topic);
      return log.append(topic, records);
    };
    const producer = await startProducer({ ...log, append });
    await producer.stop();
    assert.equal(order[0], "element_sets");
    const [{ key, event } = assert.fail("nothing published")] =
      await readEvents(log, ["element_sets"]);
    assert.equal(key, "25994");
    assert.ok(event.type === "ElementSetRecorded");
    assert.equal(event.element_set, terra!.elementSetId);
    assert.equal(event.source, "bundled");
    assert.equal(event.received_at, new Date(START_MS).toISOString());
  }));

Deno.test("produce() publishes no position before the log has taken the elements", () =>
  withTempLog(async (log) => {
    let refusals = 3;
    const append: EventLog["append"] = (topic, records) =>
      topic === "element_sets" && refusals-- > 0
        ? Promise.reject(new EventLogError("Disk is full. Make room on it."))
        : log.append(topic, records);
    const clock = new ManualClock(START_MS);
    const abort = new AbortController();
    const ports = { log: { ...log, append }, clock, report() {} };
    const publisher = new Publisher(ports);
    const running = produce({ ...ports, publisher }, {
      channels: new Channels([terra!], { stepMs: 1000 }),
      stepMs: 1000,
      backfillMs: 60_000,
      signal: abort.signal,
    });
    for (let i = 0; i < 3; i++) {
      await clock.settle(1);
      assert.deepEqual(await readEvents(log, ["*"]), []);
      clock.set(clock.nowMs() + 1000);
    }
    await clock.settle(2);
    abort.abort();
    await running;
    const ticks = await readTicks(log, "terra_topic", 25994);
    assertEachOnce(ticks, everyTick(START_MS - 57_000, START_MS + 3000));
  }));

Deno.test("produce() publishes each tick live as one small event", () =>
  withTempLog(async (log) => {
    const producer = await startProducer(log, { backfillMs: 0 });
    for (let i = 0; i < 3; i++) await producer.setTo(FIRST_TICK_MS + i * 1000);
    await producer.stop();
    const found = await readEvents(log, ["terra_topic"]);
    assert.deepEqual(found.map(({ key }) => key), Array(3).fill("25994"));
    const events = await readPositionEvents(log, "terra_topic");
    assert.deepEqual(
      events.map(({ time_ms, origin }) => [time_ms, origin]),
      [0, 1000, 2000].map((t) => [FIRST_TICK_MS + t, "live"]),
    );
  }));

Deno.test("produce() publishes a tick of several satellites on one topic as one event", () =>
  withTempLog(async (log) => {
    const producer = await startProducer(log, {
      satellites: [terra!, aqua!],
      topic: "eos_topic",
      backfillMs: 5000,
    });
    await producer.setTo(FIRST_TICK_MS);
    await producer.stop();
    const found = await readEvents(log, ["eos_topic"]);
    assert.deepEqual(
      found.map(({ key }) => key).sort(),
      ["25994", "27424", "eos_topic"],
    );
    const live = found.find(({ key }) => key === "eos_topic")!.event;
    assert.ok(live.type === "PositionsRecorded");
    assert.deepEqual(live.norad_id, [25994, 27424]);
    assert.deepEqual(live.name, ["TERRA", "AQUA"]);
    assert.equal(live.time_ms, FIRST_TICK_MS);
    for (const noradId of [25994, 27424]) {
      const ticks = await readTicks(log, "eos_topic", noradId);
      assertEachOnce(ticks, everyTick(START_MS - 5000, FIRST_TICK_MS + 1));
    }
  }));

Deno.test("produce() goes on with the others where one satellite cannot be placed", () =>
  withTempLog(async (log) => {
    // 60 km up as published: decayed at once.
    const set = { ...aqua!.elements.set, meanMotion: 17.1 };
    const lost = createSatellite({ ...aqua!.elements, set });
    const satellites = [lost, terra!];
    const producer = await startProducer(log, { satellites });
    for (let i = 0; i < 3; i++) await producer.setTo(FIRST_TICK_MS + i * 1000);
    await producer.stop();
    const ticks = await readTicks(log, "terra_topic", 25994);
    const fromMs = START_MS - 10 * 60_000;
    assertEachOnce(ticks, everyTick(fromMs, FIRST_TICK_MS + 2001));
    assert.deepEqual(await readPositionEvents(log, "aqua_topic"), []);
    const told = producer.reports.filter((r) => r.startsWith("Cannot propag"));
    assert.equal(told.length, 1);
  }));

Deno.test("produce() ends soon after the signal, even if the log never answers", () =>
  withTempLog(async (log) => {
    let isHanging = false;
    const append: EventLog["append"] = (topic, records) =>
      isHanging ? new Promise(() => {}) : log.append(topic, records);
    const producer = await startProducer({ ...log, append });
    isHanging = true;
    await producer.clock.setTo(FIRST_TICK_MS, 1);
    const stopped = producer.stop();
    await producer.clock.settle(1);
    await producer.clock.setTo(FIRST_TICK_MS + 2000, 0);
    await stopped;
  }));
