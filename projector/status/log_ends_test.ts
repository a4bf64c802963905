import assert from "node:assert/strict";
import { LogEnds } from "./log_ends.ts";

const AT = { topic: "a_topic", partition: 0 };

function endsOf(...seen: readonly (readonly [number, number])[]): LogEnds {
  const ends = new LogEnds();
  for (const [atMs, endOffset] of seen) ends.note(AT, { atMs, endOffset });
  return ends;
}

Deno.test("LogEnds knows when a partition last held nothing from an offset on", () => {
  const ends = endsOf([1_000, 5], [2_000, 5], [3_000, 8], [4_000, 20]);
  assert.equal(ends.lastEndedBy(AT, 4), null);
  assert.equal(ends.lastEndedBy(AT, 5), 2_000);
  assert.equal(ends.lastEndedBy(AT, 19), 3_000);
  assert.equal(ends.lastEndedBy(AT, 25), 4_000);
});

Deno.test("LogEnds knows nothing of another partition", () => {
  const ends = endsOf([1_000, 5]);
  assert.equal(ends.lastEndedBy({ ...AT, partition: 1 }, 5), null);
});

Deno.test("LogEnds begins anew where a log is shorter than before, or the clock was set back", () => {
  assert.equal(endsOf([1_000, 5], [2_000, 4]).lastEndedBy(AT, 5), 2_000);
  assert.equal(endsOf([1_000, 5], [2_000, 4]).lastEndedBy(AT, 3), null);
  assert.equal(endsOf([2_000, 5], [1_000, 6]).lastEndedBy(AT, 5), null);
});

Deno.test("LogEnds tells no shorter time than it was, however long a partition is behind", () => {
  const ends = new LogEnds();
  for (let i = 0; i <= 20_000; i++) {
    ends.note(AT, { atMs: i * 5_000, endOffset: i });
  }
  for (const offset of [0, 1, 9_999, 19_990, 20_000]) {
    const atMs = ends.lastEndedBy(AT, offset)!;
    assert.ok(atMs <= offset * 5_000, `${atMs} for ${offset}`);
    assert.ok(atMs >= (offset - 300) * 5_000, `${atMs} for ${offset}`);
  }
});
