import assert from "node:assert/strict";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import { createProjection } from "../../shared/projection/schema.ts";
import type { Derivation } from "./derivation.ts";
import { DerivedRows } from "./derived_rows.ts";

/** Notes what it is asked to make, and makes `stepMs` at a time. */
function noting(kind: string, stepMs: number) {
  const made: string[] = [];
  const derivation: Derivation = {
    kind,
    afterPositions: ({ fromMs, toMs }) => ({ fromMs: fromMs - 1, toMs }),
    afterElementSet: (noradId, epochMs) =>
      noradId === 1 ? null : { fromMs: epochMs, toMs: epochMs + 100 },
    derive(noradId, { fromMs, toMs }: TimeRangeMs) {
      made.push(`${kind} ${noradId} ${fromMs}-${toMs}`);
      return Math.min(toMs, fromMs + stepMs);
    },
  };
  return { derivation, made };
}

function given(stepMs: number) {
  const db = createProjection(":memory:", { id: "test", createdMs: 0 });
  const { derivation, made } = noting("nodes", stepMs);
  const rows = new DerivedRows(db, [derivation]);
  return { db, rows, made, [Symbol.dispose]: () => db.close() };
}

Deno.test("DerivedRows makes what has changed, each satellite's as one range, and that once", () => {
  using test = given(1000);
  test.rows.notePositions(5, { fromMs: 300, toMs: 400 });
  test.rows.notePositions(5, { fromMs: 100, toMs: 200 });
  test.rows.noteElementSet(5, 350);
  test.rows.noteElementSet(1, 350);
  assert.ok(test.rows.makeSome());
  assert.deepEqual(test.made, ["nodes 5 99-450"]);
  assert.ok(!test.rows.makeSome());
});

Deno.test("DerivedRows goes on where it was, also in another process", () => {
  using test = given(100);
  test.rows.notePositions(5, { fromMs: 1, toMs: 200.5 });
  assert.ok(test.rows.makeSome());
  assert.deepEqual(test.made, [
    "nodes 5 0-201",
    "nodes 5 100-201",
    "nodes 5 200-201",
  ]);
  test.rows.notePositions(5, { fromMs: 1, toMs: 200 });
  const { derivation, made } = noting("nodes", 1000);
  assert.ok(new DerivedRows(test.db, [derivation]).makeSome());
  assert.deepEqual(made, ["nodes 5 0-200"]);
});

Deno.test("DerivedRows leaves the rest for later where it takes long", () => {
  using test = given(1);
  test.rows.notePositions(5, { fromMs: 1, toMs: 1_000_000_000 });
  assert.ok(test.rows.makeSome());
  const first = test.made.length;
  assert.ok(test.rows.makeSome());
  assert.ok(test.made.length > first);
  assert.equal(test.made[first], `nodes 5 ${first}-1000000000`);
});

Deno.test("DerivedRows goes on with others where some cannot be made, until these change", () => {
  using test = given(1000);
  const { derivation, made } = noting("nodes", 1000);
  let isFaulty = true;
  const faulty: Derivation = {
    ...derivation,
    derive(noradId, range) {
      if (noradId === 5 && isFaulty) throw new RangeError("no orbit");
      return derivation.derive(noradId, range);
    },
  };
  const rows = new DerivedRows(test.db, [faulty]);
  rows.notePositions(5, { fromMs: 1, toMs: 200 });
  rows.notePositions(7, { fromMs: 1, toMs: 200 });
  const expected = {
    name: "DerivationFault",
    message: "Cannot make nodes of 5 anew: no orbit",
  };
  assert.throws(() => rows.makeSome(), expected);
  assert.ok(rows.makeSome());
  assert.ok(!rows.makeSome());
  assert.deepEqual(made, ["nodes 7 0-200"]);
  isFaulty = false;
  rows.notePositions(5, { fromMs: 201, toMs: 300 });
  assert.ok(rows.makeSome());
  assert.deepEqual(made.slice(1), ["nodes 5 0-300"]);
});
