import assert from "node:assert/strict";
import fc from "fast-check";
import { createHour, type HourColumns } from "../hour_columns.ts";
import { PositionReader } from "./position_reader.ts";
import { PositionWriter, type WriteContext } from "./position_writer.ts";
import type { StoreKey } from "./stored_hour.ts";
import { MemoryProjection } from "../testdata/memory_projection.ts";
import { DAY_MS, HOUR_MS } from "../time_range.ts";

const KEY = { noradId: 25994, topicRef: 1 };
/** Whose rows lie between each other's. */
const KEYS = [KEY, { noradId: 27424, topicRef: 1 }];
const ALL = { fromMs: 0, toMs: 9 * DAY_MS };

interface Claim {
  readonly noradId: number;
  readonly timeMs: number;
  readonly origin: number;
  readonly partition: number;
  readonly offset: number;
  readonly sample: number;
}

/** Columns of claims in order of time; the latitude tells which it is. */
function columnsOf(claims: readonly (Claim & { id: number })[]): HourColumns {
  const sorted = claims.toSorted((a, b) => a.timeMs - b.timeMs);
  const columns = createHour(sorted.length);
  sorted.forEach((claim, i) => {
    columns.timeMs[i] = claim.timeMs;
    columns.latitudeE6[i] = claim.id;
    columns.longitudeE6[i] = -claim.id;
    columns.altitudeE4[i] = (claim.id * 7_919) % 1_000;
    columns.origin[i] = claim.origin;
    columns.elementSetRef[i] = claim.id % 3;
    columns.partition[i] = claim.partition;
    columns.offset[i] = claim.offset;
    columns.sample[i] = claim.sample;
  });
  return columns;
}

// Some share a time, an hour, a day; some are days apart.
const arbitraryTime = fc.tuple(
  fc.constantFrom(0, 1, 2, 23, 24, 25, 71),
  fc.oneof(fc.nat(5), fc.nat(HOUR_MS - 1), fc.constant(HOUR_MS - 1)),
).map(([hour, ms]) => hour * HOUR_MS + ms);

const arbitraryClaims = fc.uniqueArray(
  fc.record({
    noradId: fc.constantFrom(...KEYS.map(({ noradId }) => noradId)),
    timeMs: arbitraryTime,
    origin: fc.nat(1),
    partition: fc.nat(2),
    offset: fc.nat(3),
    sample: fc.nat(3),
  }),
  {
    maxLength: 150,
    selector: ({ noradId, partition, offset, sample, timeMs, origin }) =>
      `${noradId} ${partition} ${offset} ${sample} ${timeMs} ${origin}`,
  },
);

/** What happens to a projection: some claims come, or hours are sealed. */
const arbitrarySteps = fc.array(
  fc.record({
    claims: fc.nat(60),
    // By the clock then; it may also be put back.
    nowHours: fc.nat(80),
    seals: fc.nat(4),
    isLost: fc.boolean(),
  }),
  { maxLength: 20 },
);

/** Whether the first claim wins over the second, in words of the rule. */
function wins(a: Claim, b: Claim): boolean {
  if (a.origin !== b.origin) return a.origin < b.origin;
  if (a.partition !== b.partition) return a.partition < b.partition;
  if (a.offset !== b.offset) return a.offset > b.offset;
  return a.sample > b.sample;
}

/** The one that wins of each time, in order of time. */
function winnersOf<C extends Claim>(claims: readonly C[]): C[] {
  return [...Map.groupBy(claims, ({ timeMs }) => timeMs)]
    .sort(([a], [b]) => a - b)
    .map(([, rivals]) => rivals.reduce((a, b) => wins(b, a) ? b : a));
}

/** Seals an hour that is over, if there is one. */
function sealNext(
  writer: PositionWriter,
  { revision, nowMs }: WriteContext,
): boolean {
  const hours = writer.findOver(nowMs);
  if (hours.length > 0) writer.sealAll(hours, revision, () => true);
  return hours.length > 0;
}

/** All that is stored, as the reader has it. */
function storedIn(reader: PositionReader, key = KEY): HourColumns[] {
  return [...reader.hours(key, ALL)].map((hour) => reader.content(hour));
}

const claimsOf = <C extends Claim>(claims: readonly C[], key: StoreKey) =>
  claims.filter(({ noradId }) => noradId === key.noradId);

const idsOf = (hours: readonly HourColumns[]) =>
  hours.flatMap(({ latitudeE6 }) => [...latitudeE6]);

Deno.test("PositionWriter keeps of each time the claim that wins, whatever comes when, is sealed when, and is rolled back", () => {
  fc.assert(
    fc.property(arbitraryClaims, arbitrarySteps, (all, steps) => {
      using given = new MemoryProjection("a_topic");
      const { db } = given;
      db.exec("INSERT INTO element_set_refs VALUES (1, '0a'), (2, '0b')");
      const writer = new PositionWriter(db);
      const reader = new PositionReader(db);
      const rest = all.map((claim, id) => ({ ...claim, id }));
      const written: typeof rest = [];
      const added = KEYS.map(() => 0);
      const last = { claims: 150, nowHours: 80, seals: 99, isLost: false };
      [...steps, last].forEach((step, revision) => {
        const claims = rest.slice(0, step.claims);
        const context = { revision, nowMs: step.nowHours * HOUR_MS };
        db.exec("BEGIN");
        const runs = KEYS.map((key) => ({
          ...key,
          samples: columnsOf(claimsOf(claims, key)),
        }));
        const counts = writer.write(runs, context);
        for (let i = 0; i < step.seals; i++) {
          if (!sealNext(writer, context)) break;
        }
        db.exec(step.isLost ? "ROLLBACK" : "COMMIT");
        if (!step.isLost) {
          written.push(...rest.splice(0, step.claims));
          counts.forEach((count, i) => added[i]! += count);
        }
        KEYS.forEach((key, i) => {
          const winners = winnersOf(claimsOf(written, key));
          const stored = idsOf(storedIn(reader, key));
          assert.deepEqual(stored, winners.map(({ id }) => id));
          assert.equal(added[i], winners.length);
        });
        requireNoHourTwice(given);
      });
      for (const key of KEYS) {
        const expected = winnersOf(claimsOf(written, key));
        const hours = Map.groupBy(
          expected,
          ({ timeMs }) => Math.floor(timeMs / HOUR_MS),
        );
        assert.deepEqual(
          storedIn(reader, key),
          [...hours.values()].map(columnsOf),
        );
        requireDays(reader, key, expected);
      }
    }),
    { numRuns: 200 },
  );
});

/** No hour is both rows and sealed, and each that is rows can be found. */
function requireNoHourTwice({ db }: MemoryProjection): void {
  const twice = db.prepare(`
    SELECT count(*) FROM positions JOIN hours
    ON hour = time_ms / ${HOUR_MS}
      AND hours.norad_id = positions.norad_id`).pluck().get();
  assert.equal(twice, 0);
  const unnamed = db.prepare(`
    SELECT norad_id, topic_ref, time_ms / ${HOUR_MS} FROM positions
    EXCEPT SELECT norad_id, topic_ref, hour FROM open_hours`).all();
  assert.deepEqual(unnamed, []);
}

/** Days say in short what their samples are: here all is sealed. */
function requireDays(
  reader: PositionReader,
  key: StoreKey,
  expected: readonly (Claim & { id: number })[],
): void {
  const days = Map.groupBy(
    expected,
    ({ timeMs }) => Math.floor(timeMs / DAY_MS),
  );
  assert.deepEqual(
    reader.days(key, ALL),
    [...days].map(([day, claims]) => {
      const { timeMs, latitudeE6, longitudeE6, altitudeE4 } = columnsOf(claims);
      return {
        fromMs: day * DAY_MS,
        toMs: (day + 1) * DAY_MS,
        samples: claims.length,
        firstMs: timeMs[0],
        firstLatitudeE6: latitudeE6[0],
        firstLongitudeE6: longitudeE6[0],
        firstAltitudeE4: altitudeE4[0],
        altitudeMinE4: Math.min(...altitudeE4),
        altitudeMaxE4: Math.max(...altitudeE4),
        lastMs: timeMs.at(-1),
        longestStepMs: Math.max(
          0,
          ...timeMs.subarray(1).map((ms, i) => ms - timeMs[i]!),
        ),
      };
    }),
  );
}

Deno.test("PositionWriter takes a row that is there already for nothing new, and seals no hour anew for it", () => {
  using given = new MemoryProjection("a_topic");
  const writer = new PositionWriter(given.db);
  const reader = new PositionReader(given.db);
  const claim = {
    ...KEY,
    timeMs: 5,
    origin: 1,
    partition: 0,
    offset: 7,
    sample: 0,
  };
  const all = [{ ...KEY, samples: columnsOf([{ ...claim, id: 3 }]) }];
  for (const nowMs of [0, DAY_MS]) {
    const first = { revision: nowMs, nowMs };
    assert.deepEqual(writer.write(all, first), [nowMs === 0 ? 1 : 0]);
    assert.deepEqual(writer.write(all, { revision: 99, nowMs }), [0]);
    const [hour] = reader.hours(KEY, ALL);
    assert.equal(hour!.sealed?.revision, nowMs === 0 ? undefined : DAY_MS);
  }
});

Deno.test("an hour is open until two minutes after its end", () => {
  using given = new MemoryProjection("a_topic");
  const writer = new PositionWriter(given.db);
  const reader = new PositionReader(given.db);
  given.record({ topic: "a_topic", timesMs: [HOUR_MS - 1, HOUR_MS] });
  const sealUntil = (nowMs: number) => {
    while (sealNext(writer, { revision: 1, nowMs }));
    return [...reader.hours(KEY, ALL)].map(({ sealed }) => sealed !== null);
  };
  assert.deepEqual(sealUntil(HOUR_MS + 119_999), [false, false]);
  assert.deepEqual(sealUntil(HOUR_MS + 120_000), [true, false]);
  assert.deepEqual(sealUntil(2 * HOUR_MS + 120_000), [true, true]);
});
