import assert from "node:assert/strict";
import fc from "fast-check";
import { HOUR, MemoryProjection } from "../testdata/memory_projection.ts";
import { DAY_MS, HOUR_MS } from "../time_range.ts";
import { PositionReader } from "./position_reader.ts";
import { PositionWriter } from "./position_writer.ts";

const KEY = { noradId: 25994, topicRef: 1 };

/** Half an hour between two, so that each hour holds some. */
const TIMES = Array.from({ length: 90 }, (_, i) => HOUR + i * HOUR_MS / 2);
const ALL = { fromMs: HOUR, toMs: HOUR + 45 * HOUR_MS };

/** Of which the first hours are sealed, and then, when told, the next ones. */
function givenHours(sealed: number) {
  const given = new MemoryProjection("a_topic");
  given.record({ topic: "a_topic", timesMs: TIMES });
  const writer = new PositionWriter(given.db);
  let revision = 0;
  const seal = (count: number) => {
    for (let i = 0; i < count; i++) {
      const hours = writer.findOver(Number.MAX_SAFE_INTEGER);
      if (hours.length > 0) writer.sealAll(hours, ++revision, () => true);
    }
  };
  seal(sealed);
  return { given, reader: new PositionReader(given.db), seal };
}

Deno.test("no position is lost or doubled where hours are sealed while they are read", () => {
  fc.assert(
    fc.property(
      fc.nat(45),
      fc.array(fc.nat(9), { maxLength: 200 }),
      (sealedFirst, sealed) => {
        const { given, reader, seal } = givenHours(sealedFirst);
        using _ = given;
        const read: number[] = [];
        const meanwhile = () => seal(sealed.pop() ?? 0);
        for (const hour of reader.hours(KEY, ALL)) {
          meanwhile();
          read.push(...reader.positions(hour).timeMs);
          meanwhile();
          const [last] = reader.lastTimesMs(hour, Infinity, 1);
          assert.equal(last, read.at(-1));
          assert.equal(reader.content(hour).timeMs.at(-1), last);
          meanwhile();
        }
        assert.deepEqual(read, TIMES);
      },
    ),
  );
});

/** A database that seals an hour before each of its queries is run. */
function sealingBetween({ given, seal }: ReturnType<typeof givenHours>) {
  let isSealing = false;
  const { db } = given;
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    const statement = prepare(sql);
    for (const method of ["get", "all"] as const) {
      const run = statement[method].bind(statement) as (
        ...values: unknown[]
      ) => unknown;
      statement[method] = ((...values: unknown[]) => {
        if (!isSealing) {
          isSealing = true;
          seal(1);
          isSealing = false;
        }
        return run(...values);
      }) as typeof statement.get & typeof statement.all;
    }
    return statement;
  }) as typeof db.prepare;
  return new PositionReader(db);
}

Deno.test("nor where one is sealed before each query", () => {
  for (let first = 0; first <= 45; first++) {
    const hours = givenHours(first);
    using _ = hours.given;
    const reader = sealingBetween(hours);
    const read = [...reader.hours(KEY, ALL)].flatMap((hour) => [
      ...reader.positions(hour).timeMs,
    ]);
    assert.deepEqual(read, TIMES);
  }
});

Deno.test("the last hour is found, and days are whole, where one is sealed before each query", () => {
  for (let first = 0; first <= 45; first++) {
    const hours = givenHours(first);
    using _ = hours.given;
    const reader = sealingBetween(hours);
    const at = HOUR + 20 * HOUR_MS;
    assert.equal(reader.lastHour(KEY, at)!.toMs, at);
    const days = { fromMs: 0, toMs: HOUR + 9 * DAY_MS };
    for (const day of reader.days(KEY, days)) {
      const expected = TIMES.filter((timeMs) =>
        day.fromMs <= timeMs && timeMs < day.toMs
      );
      assert.equal(day.samples, expected.length);
    }
    assert.equal(reader.at(KEY, TIMES[40]!)!.timeMs[0], TIMES[40]);
  }
});

Deno.test("open and sealed hours are found in order, whichever comes first", () => {
  using given = new MemoryProjection("a_topic");
  const hour = (i: number) => HOUR + i * HOUR_MS;
  for (const [i, nowMs] of [[5, Infinity], [3, 0], [1, Infinity], [8, 0]]) {
    given.nowMs = nowMs!;
    given.record({ topic: "a_topic", timesMs: [hour(i!)] });
  }
  const reader = new PositionReader(given.db);
  const found = [...reader.hours(KEY, ALL)];
  assert.deepEqual(
    found.map(({ fromMs, sealed }) => [fromMs, sealed !== null]),
    [[hour(1), true], [hour(3), false], [hour(5), true], [hour(8), false]],
  );
  const last = [9, 8, 5, 3, 1].map((i) => reader.lastHour(KEY, hour(i)));
  assert.deepEqual(
    last.map((one) => one?.fromMs),
    [hour(8), hour(5), hour(3), hour(1), undefined],
  );
});
