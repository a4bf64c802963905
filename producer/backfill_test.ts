import assert from "node:assert/strict";
import { type EventLog, EventLogError } from "../shared/event_log/event_log.ts";
import { encodeEvent } from "../shared/events/event.ts";
import {
  type Origin,
  positionsRecorded,
  sampleCount,
} from "../shared/events/positions_recorded.ts";
import { createPositionComputer } from "./position_computer.ts";
import { produce } from "./produce.ts";
import { Publisher } from "./publisher.ts";
import type { Satellite } from "./satellites.ts";
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

const HOUR_MS = 3_600_000;
const [terra, aqua] = bundledSatellites(["TERRA", "AQUA"]);

async function appendTicks(
  log: EventLog,
  satellite: Satellite,
  options: { readonly ticks: readonly number[]; readonly origin: Origin },
): Promise<void> {
  const compute = createPositionComputer(() => {});
  const { ticks, origin } = options;
  const positions = ticks.map((t) => compute(satellite, t, origin)!);
  const value = encodeEvent(positionsRecorded(positions));
  const timestampMs = ticks.at(-1)!;
  await log.append("terra_topic", [{ key: "25994", value, timestampMs }]);
}

Deno.test("produce() fills in a whole window, newest hour first, an event an hour", () =>
  withTempLog(async (log) => {
    const backfillMs = 2.5 * HOUR_MS;
    const producer = await startProducer(log, { backfillMs });
    await producer.stop();
    const ticks = await readTicks(log, "terra_topic", 25994);
    assertEachOnce(ticks, everyTick(START_MS - backfillMs, FIRST_TICK_MS));
    const events = await readPositionEvents(log, "terra_topic");
    assert.deepEqual(events.map(sampleCount), [601, 3600, 3600, 1199]);
    const hours = events.map(({ time_ms }) =>
      new Date((time_ms as number[])[0]!).toISOString().slice(11, 16)
    );
    assert.deepEqual(hours, ["12:00", "11:00", "10:00", "09:40"]);
    assert.ok(events.every(({ origin }) => origin === "backfill"));
    for (const { bytes } of await readEvents(log, ["terra_topic"])) {
      assert.ok(bytes < 256 * 1024, `${bytes} bytes`);
    }
  }));

Deno.test("produce() fills in exactly what the log lacks of its satellite", () =>
  withTempLog(async (log) => {
    const fromMs = START_MS - 10 * 60_000;
    const window = everyTick(fromMs, FIRST_TICK_MS);
    const live = window.filter((_, i) => i % 7 === 3);
    const filled = window.slice(100, 200).filter((t) => !live.includes(t));
    for (const tick of live) {
      await appendTicks(log, terra!, { ticks: [tick], origin: "live" });
    }
    await appendTicks(log, terra!, { ticks: filled, origin: "backfill" });
    // Another satellite's ticks, and what is no event at all, count for nothing.
    await appendTicks(log, aqua!, { ticks: window, origin: "live" });
    const value = new TextEncoder().encode("not an event");
    const timestampMs = FIRST_TICK_MS;
    await log.append("terra_topic", [{ key: null, value, timestampMs }]);
    const before = await readTicksLeniently(log);

    const producer = await startProducer(log);
    await producer.stop();
    const after = await readTicksLeniently(log);
    assert.equal(before.length, live.length + filled.length);
    assert.deepEqual(after.toSorted((a, b) => a - b), window);
  }));

/** TERRA's ticks, in order of offset, what cannot be decoded left out. */
async function readTicksLeniently(log: EventLog): Promise<number[]> {
  const ticks: number[] = [];
  for await (
    const result of log.read({ topics: ["terra_topic"], until: "end" })
  ) {
    if (result.kind !== "records") continue;
    for (const { value } of result.records) {
      const text = new TextDecoder().decode(value!);
      if (!text.startsWith("{")) continue;
      const { norad_id, time_ms } = JSON.parse(text);
      if (norad_id === 25994) ticks.push(...[time_ms].flat());
    }
  }
  return ticks;
}

Deno.test("produce() fills in the ticks that went by while it stood still", () =>
  withTempLog(async (log) => {
    const producer = await startProducer(log);
    await producer.setTo(FIRST_TICK_MS);
    await producer.setTo(FIRST_TICK_MS + 4500);
    await producer.stop();
    const ticks = await readTicks(log, "terra_topic", 25994);
    const fromMs = START_MS - 10 * 60_000;
    assertEachOnce(ticks, everyTick(fromMs, FIRST_TICK_MS + 4001));
    const tail = [...ticks.values()].flat().slice(-5);
    const filled = Array<Origin>(3).fill("backfill");
    assert.deepEqual(tail, ["live", ...filled, "live"]);
    assert.ok(producer.reports.includes("Missed 3 ticks"));
  }));

Deno.test("produce() fills in no more than BACKFILL where the clock leaps", () =>
  withTempLog(async (log) => {
    const producer = await startProducer(log, { backfillMs: 60_000 });
    const laterMs = FIRST_TICK_MS + 30 * 24 * HOUR_MS;
    await producer.setTo(laterMs);
    await producer.stop();
    const ticks = await readTicks(log, "terra_topic", 25994);
    const late = [...ticks.keys()].filter((t) => t > FIRST_TICK_MS);
    assert.deepEqual(late, everyTick(laterMs - 60_000, laterMs + 1));
  }));

Deno.test("produce() leaves gaps as they are where nothing is to be filled in", () =>
  withTempLog(async (log) => {
    const producer = await startProducer(log, { backfillMs: 0 });
    const times = [0, 4000, 5000].map((t) => FIRST_TICK_MS + t);
    for (const timeMs of times) await producer.setTo(timeMs);
    await producer.stop();
    assertEachOnce(await readTicks(log, "terra_topic", 25994), times);
  }));

Deno.test("produce() fills in what the log did not take, once it does again", () =>
  withTempLog(async (log) => {
    let isDown = false;
    const append: EventLog["append"] = (topic, records) =>
      isDown
        ? Promise.reject(new EventLogError("Disk is full. Make room on it."))
        : log.append(topic, records);
    const producer = await startProducer({ ...log, append });
    for (let i = 0; i < 30; i++) {
      isDown = i >= 5 && i < 20;
      await producer.setTo(FIRST_TICK_MS + i * 1000);
    }
    await producer.stop();
    const ticks = await readTicks(log, "terra_topic", 25994);
    const fromMs = START_MS - 10 * 60_000;
    assertEachOnce(ticks, everyTick(fromMs, FIRST_TICK_MS + 29_001));
    for (let i = 0; i < 30; i++) {
      const origin = i >= 5 && i < 20 ? "backfill" : "live";
      assert.deepEqual(ticks.get(FIRST_TICK_MS + i * 1000), [origin]);
    }
    assert.deepEqual(
      producer.reports.filter((report) => !report.startsWith("Filled in")),
      [
        "Disk is full. Make room on it. Trying again.",
        "terra_topic takes events again, after 15 s",
      ],
    );
  }));

Deno.test("produce() goes on live while the log cannot be read, and fills in nothing unknown", () =>
  withTempLog(async (log) => {
    let isDown = true;
    const read: EventLog["read"] = (options) => {
      if (isDown) throw new EventLogError("Cannot read. Mend it.");
      return log.read(options);
    };
    const producer = await startProducer({ ...log, read });
    for (let i = 0; i < 3; i++) await producer.setTo(FIRST_TICK_MS + i * 1000);
    assert.equal((await readPositionEvents(log, "terra_topic")).length, 3);
    isDown = false;
    await producer.setTo(FIRST_TICK_MS + 3000);
    await producer.stop();
    const ticks = await readTicks(log, "terra_topic", 25994);
    const fromMs = START_MS - 10 * 60_000;
    assertEachOnce(ticks, everyTick(fromMs, FIRST_TICK_MS + 3001));
    assert.equal(
      producer.reports.filter((report) => report.includes("Mend it")).length,
      1,
    );
  }));

Deno.test("produce() publishes live ticks between the hours that it fills in", () =>
  withTempLog(async (log) => {
    const clock = new ManualClock(START_MS);
    // The clock goes on by a second with each event of an hour.
    const append: EventLog["append"] = async (topic, records) => {
      await log.append(topic, records);
      if (records[0]!.value.length > 1000) clock.set(clock.nowMs() + 1000);
    };
    const abort = new AbortController();
    const ports = { log: { ...log, append }, clock, report() {} };
    const publisher = new Publisher(ports);
    const running = produce({ ...ports, publisher }, {
      channels: new Channels([terra!], { stepMs: 1000 }),
      stepMs: 1000,
      backfillMs: 8 * HOUR_MS,
      signal: abort.signal,
    });
    await clock.settle(2);
    abort.abort();
    await running;
    const events = await readPositionEvents(log, "terra_topic");
    const origins = events.map(({ origin }) => origin);
    assert.deepEqual(
      origins,
      Array(9).fill(["backfill", "live"]).flat(),
    );
  }));

Deno.test("produce() fills in what the log lacks of a satellite that is taken up as it goes on", () =>
  withTempLog(async (log) => {
    const fromMs = START_MS - 60_000;
    const setup = { backfillMs: 60_000 };
    await (await startProducer(log, {
      satellites: [aqua!],
      backfillMs: 20_000,
    })).stop();
    const producer = await startProducer(log, setup);
    await producer.setTo(FIRST_TICK_MS);
    producer.channels.add([aqua!], { isWatched: true });
    await producer.setTo(FIRST_TICK_MS + 1000);
    await producer.setTo(FIRST_TICK_MS + 2000);
    await producer.stop();
    const ticks = await readTicks(log, "aqua_topic", 27424);
    assertEachOnce(ticks, everyTick(fromMs + 1000, FIRST_TICK_MS + 2001));
    const live = [...ticks].filter(([, [origin]]) => origin === "live");
    assert.equal(live.length, 2);
  }));
