import assert from "node:assert/strict";
import { type EventLog, EventLogError } from "../shared/event_log/event_log.ts";
import { sampleCount } from "../shared/events/positions_recorded.ts";
import { elementSetId } from "../tle/element_set_id.ts";
import { createOrbit } from "../tle/orbit.ts";
import { createSatellite, type Satellite } from "./satellites.ts";
import { manySatellites } from "./testdata/many_satellites.ts";
import { START_MS, startProducer } from "./testdata/start_producer.ts";
import {
  everyTick,
  readEvents,
  readPositionEvents,
  withTempLog,
} from "./testdata/temp_log.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const topic = "all_topic";

/** The minute in which the producer starts. */
const LATEST_TICK_MS = Math.floor(START_MS / MINUTE_MS) * MINUTE_MS;

/** What the log holds: the times of each satellite, in order of offset. */
async function readTimes(log: EventLog): Promise<Map<number, number[]>> {
  const times = new Map<number, number[]>();
  for (const event of await readPositionEvents(log, topic)) {
    const count = sampleCount(event);
    const all = <T>(column: T | readonly T[]) =>
      Array.isArray(column) ? column as T[] : Array<T>(count).fill(column as T);
    const timesMs = all(event.time_ms);
    all(event.norad_id).forEach((noradId, i) => {
      times.set(noradId, [...times.get(noradId) ?? [], timesMs[i]!]);
    });
  }
  return times;
}

/** Each satellite has each of the times, and once. */
async function assertEachHas(
  log: EventLog,
  satellites: readonly Satellite[],
  expected: readonly number[],
): Promise<void> {
  const times = await readTimes(log);
  for (const { noradId } of satellites) {
    const found = times.get(noradId)?.toSorted((a, b) => a - b);
    assert.deepEqual(found, expected, `${noradId}`);
  }
}

Deno.test("produce() publishes a catalogue's latest tick at once, and one a minute from then on", () =>
  withTempLog(async (log) => {
    const satellites = manySatellites(1100);
    const setup = { satellites, topic, backfillMs: 0 };
    const producer = await startProducer(log, setup);
    await assertEachHas(log, satellites, [LATEST_TICK_MS]);
    await producer.setTo(LATEST_TICK_MS + MINUTE_MS - 1);
    await producer.setTo(LATEST_TICK_MS + MINUTE_MS + 5);
    await producer.stop();
    const ticks = [LATEST_TICK_MS, LATEST_TICK_MS + MINUTE_MS];
    await assertEachHas(log, satellites, ticks);
    const found = await readEvents(log, [topic]);
    assert.deepEqual(
      found.map(({ key }) => key),
      ["all-00", "all-01", "all-00", "all-01"],
    );
    for (const { event, bytes } of found) {
      assert.ok(event.type === "PositionsRecorded" && event.origin === "live");
      assert.ok(bytes / sampleCount(event) < 75, `${bytes} bytes`);
    }
    const elements = await readEvents(log, ["element_sets"]);
    assert.equal(elements.length, satellites.length);
    // Nothing is missing, so there is nothing to tell.
    assert.deepEqual(producer.reports, []);
  }));

Deno.test("produce() leaves the latest tick as it is where the log has it, and publishes what it lacks", () =>
  withTempLog(async (log) => {
    const satellites = manySatellites(1100);
    const setup = { satellites, topic, backfillMs: 0 };
    const half = { ...log, append: onlyKey(log, "all-01") };
    await (await startProducer(half, setup)).stop();
    assert.equal((await readEvents(log, [topic])).length, 1);
    for (let i = 0; i < 2; i++) {
      await (await startProducer(log, setup)).stop();
      await assertEachHas(log, satellites, [LATEST_TICK_MS]);
    }
  }));

/** Appends as a process does that is killed between two parts. */
function onlyKey(log: EventLog, wanted: string): EventLog["append"] {
  return (topic, records) =>
    log.append(
      topic,
      topic === "element_sets"
        ? records
        : records.filter(({ key }) => key === wanted),
    );
}

Deno.test("produce() gives what is watched a tick every second, its minute's tick once", () =>
  withTempLog(async (log) => {
    const satellites = manySatellites(60);
    const setup = { satellites, topic, backfillMs: 0 };
    const producer = await startProducer(log, setup);
    const [watched, ...others] = satellites as [Satellite, ...Satellite[]];
    const stepTo = async (fromS: number, toS: number) => {
      for (let s = fromS; s <= toS; s++) {
        await producer.setTo(LATEST_TICK_MS + s * 1000);
      }
    };
    await stepTo(1, 30);
    producer.channels.add([watched], { isWatched: true });
    await stepTo(31, 65);
    producer.channels.add([watched]);
    await stepTo(66, 120);
    await producer.stop();
    const minutes = [0, 1, 2].map((m) => LATEST_TICK_MS + m * MINUTE_MS);
    await assertEachHas(log, others, minutes);
    await assertEachHas(log, [watched], [
      minutes[0]!,
      ...everyTick(LATEST_TICK_MS + 31_000, LATEST_TICK_MS + 65_001),
      minutes[2]!,
    ]);
  }));

Deno.test("produce() takes up satellites, and leaves them out, as it goes on", () =>
  withTempLog(async (log) => {
    const satellites = manySatellites(70);
    const setup = { satellites: satellites.slice(0, 60), topic, backfillMs: 0 };
    const producer = await startProducer(log, setup);
    producer.channels.add(satellites.slice(60));
    producer.channels.remove([satellites[0]!.noradId]);
    await producer.setTo(LATEST_TICK_MS + MINUTE_MS);
    await producer.stop();
    const [first, second] = [LATEST_TICK_MS, LATEST_TICK_MS + MINUTE_MS];
    await assertEachHas(log, satellites.slice(0, 1), [first]);
    await assertEachHas(log, satellites.slice(1, 60), [first, second]);
    await assertEachHas(log, satellites.slice(60), [second]);
  }));

Deno.test("produce() names the element set that a position rests on, also when it is replaced", () =>
  withTempLog(async (log) => {
    const satellites = manySatellites(60);
    const setup = { satellites, topic, backfillMs: 0 };
    const producer = await startProducer(log, setup);
    const replaced = satellites[7]!;
    const before = replaced.elementSetId;
    const set = { ...replaced.elements.set, meanAnomalyDeg: 200 };
    replaced.use({ ...replaced.elements, set });
    await producer.setTo(LATEST_TICK_MS + MINUTE_MS);
    await producer.stop();
    const events = await readPositionEvents(log, topic);
    const ids = events.map(({ element_set }) => (element_set as string[])[7]);
    assert.deepEqual(ids, [before, elementSetId(set)]);
    const timeMs = LATEST_TICK_MS + MINUTE_MS;
    const { latitudeDeg } = createOrbit(set).positionAt(timeMs);
    const found = (events[1]!.latitude_deg as number[])[7]!;
    assert.ok(Math.abs(found - latitudeDeg) < 1e-6);
  }));

Deno.test("produce() tells once of those in a catalogue that cannot be propagated", () =>
  withTempLog(async (log) => {
    const satellites = manySatellites(60).map((satellite, i) =>
      i % 9 === 0
        // 60 km up as published: decayed at once.
        ? createSatellite({
          ...satellite.elements,
          set: { ...satellite.elements.set, meanMotion: 17.1 },
        })
        : satellite
    );
    const setup = { satellites, topic, backfillMs: 0 };
    const producer = await startProducer(log, setup);
    await producer.setTo(LATEST_TICK_MS + MINUTE_MS);
    await producer.stop();
    assert.equal(producer.reports.length, 1);
    assert.match(
      producer.reports[0]!,
      /^Leaving out 7 satellites .*: OBJECT 0 \(100000\), OBJECT 9 .* and 2 more\. The first: Cannot propagate OBJECT 0 \(100000\) to 2026-11-23T12:10:00.000Z as SGP4/,
    );
    const times = await readTimes(log);
    assert.equal(times.size, 53);
  }));

Deno.test("produce() fills in a catalogue, newest hour first, some satellites an event, each tick once", () =>
  withTempLog(async (log) => {
    const satellites = manySatellites(100);
    const setup = { satellites, topic, backfillMs: 2 * HOUR_MS };
    await (await startProducer(log, setup)).stop();
    const window = everyTick(START_MS - 2 * HOUR_MS, START_MS, MINUTE_MS);
    await assertEachHas(log, satellites, window);
    const filled = (await readPositionEvents(log, topic))
      .filter(({ origin }) => origin === "backfill");
    const firsts = filled.map(({ time_ms }) =>
      new Date((time_ms as number[])[0]!).toISOString().slice(11, 13)
    );
    assert.deepEqual(firsts, [12, 12, 12, 11, 11, 11, 10, 10, 10].map(String));
    for (const { key, bytes } of await readEvents(log, [topic])) {
      assert.equal(key, "all-00");
      assert.ok(bytes < 256 * 1024, `${bytes} bytes`);
    }
    // What is there is not filled in again.
    await (await startProducer(log, setup)).stop();
    await assertEachHas(log, satellites, window);
  }));

Deno.test("produce() fills in a catalogue's tick that the log did not take", () =>
  withTempLog(async (log) => {
    let isDown = false;
    const append: EventLog["append"] = (topic, records) =>
      isDown
        ? Promise.reject(new EventLogError("Disk is full. Make room on it."))
        : log.append(topic, records);
    const satellites = manySatellites(60);
    const setup = { satellites, topic, backfillMs: 5 * MINUTE_MS };
    const producer = await startProducer({ ...log, append }, setup);
    isDown = true;
    await producer.setTo(LATEST_TICK_MS + MINUTE_MS);
    isDown = false;
    await producer.setTo(LATEST_TICK_MS + MINUTE_MS + 5000);
    await producer.stop();
    const fromMs = START_MS - 5 * MINUTE_MS;
    const toMs = LATEST_TICK_MS + MINUTE_MS + 1;
    await assertEachHas(log, satellites, everyTick(fromMs, toMs, MINUTE_MS));
  }));

Deno.test("produce() fills in of each satellite of a catalogue what the log lacks of it", () =>
  withTempLog(async (log) => {
    const satellites = manySatellites(100);
    const backfillOf = async (count: number, minutes: number) => {
      const backfillMs = minutes * MINUTE_MS;
      const setup = { satellites: satellites.slice(0, count), topic };
      await (await startProducer(log, { ...setup, backfillMs })).stop();
    };
    await backfillOf(60, 3);
    await backfillOf(100, 9);
    // The part has an event of the latest tick, so those that came wait for it.
    const window = everyTick(START_MS - 9 * MINUTE_MS, START_MS, MINUTE_MS);
    await assertEachHas(log, satellites, window);
  }));
