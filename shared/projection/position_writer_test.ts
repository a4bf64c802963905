import assert from "node:assert/strict";
import fc from "fast-check";
import { PositionReader } from "./position_store.ts";
import { PositionWriter } from "./position_writer.ts";
import { MemoryProjection } from "./testdata/memory_projection.ts";

const KEY = { noradId: 25994, topicRef: 1 };
const ALL = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

interface Claim {
  readonly timeMs: number;
  readonly origin: number;
  readonly partition: number;
  readonly offset: number;
  readonly sample: number;
}

/** A row whose latitude tells which claim it is. */
const valuesOf = (claim: Claim, i: number) => [
  ...[KEY.noradId, KEY.topicRef, claim.timeMs, i, i, i, claim.origin, null],
  ...[claim.partition, claim.offset, claim.sample],
];

const arbitraryClaims = fc.uniqueArray(
  fc.record({
    timeMs: fc.nat(20),
    origin: fc.nat(1),
    partition: fc.nat(2),
    offset: fc.nat(3),
    sample: fc.nat(3),
  }),
  {
    maxLength: 150,
    selector: ({ partition, offset, sample, timeMs, origin }) =>
      `${partition} ${offset} ${sample} ${timeMs} ${origin}`,
  },
);

/** Whether the first claim wins over the second, in words of the rule. */
function wins(a: Claim, b: Claim): boolean {
  if (a.origin !== b.origin) return a.origin < b.origin;
  if (a.partition !== b.partition) return a.partition < b.partition;
  if (a.offset !== b.offset) return a.offset > b.offset;
  return a.sample > b.sample;
}

Deno.test("PositionWriter keeps of each key the claim that wins, in whatever order and portions they come", () => {
  fc.assert(
    fc.property(
      arbitraryClaims,
      fc.array(fc.integer({ min: 1, max: 120 })),
      (claims, portions) => {
        using given = new MemoryProjection("a_topic");
        const writer = new PositionWriter(given.db);
        const rows = claims.map(valuesOf);
        let added = 0;
        for (const size of [...portions, rows.length]) {
          added += writer.write(rows.splice(0, size).flat());
        }
        const winners = [...Map.groupBy(claims, ({ timeMs }) => timeMs)]
          .sort(([a], [b]) => a - b)
          .map(([, rivals]) => rivals.reduce((a, b) => wins(b, a) ? b : a));
        const { latitudeE6 } = new PositionReader(given.db).page(KEY, ALL, 999);
        assert.deepEqual(
          latitudeE6.map((i) => claims[i]),
          winners,
        );
        assert.equal(added, winners.length);
      },
    ),
    { numRuns: 200 },
  );
});

Deno.test("PositionWriter takes a row that is there already for nothing new", () => {
  using given = new MemoryProjection("a_topic");
  const writer = new PositionWriter(given.db);
  const claim = { timeMs: 5, origin: 1, partition: 0, offset: 7, sample: 0 };
  assert.equal(writer.write(valuesOf(claim, 3)), 1);
  assert.equal(writer.write(valuesOf(claim, 3)), 0);
});
