import assert from "node:assert/strict";
import { SizeNotes } from "./size_notes.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Notes something that grows by so much a minute, every two seconds. */
function grow(
  notes: SizeNotes,
  { fromMs, forMs, from, aMinute }: {
    readonly fromMs: number;
    readonly forMs: number;
    readonly from: number;
    readonly aMinute: number;
  },
): void {
  for (let ms = 0; ms <= forMs; ms += 2_000) {
    const bytes = from + aMinute * ms / MINUTE_MS;
    notes.note({ atMs: fromMs + ms, bytes });
  }
}

const perDay = (aMinute: number) => aMinute * 24 * 60;

function assertNear(actual: number | null, expected: number): void {
  assert.ok(
    actual !== null && Math.abs(actual - expected) < 1e-3,
    `${actual} is not ${expected}`,
  );
}

Deno.test("SizeNotes knows the growth after twelve minutes, however often it is told", () => {
  const notes = new SizeNotes();
  const start = { fromMs: 5_000, from: 7, aMinute: 100 };
  grow(notes, { ...start, forMs: 12 * MINUTE_MS - 2_000 });
  assert.equal(notes.growthBytesPerDay, null);
  notes.note({ atMs: 5_000 + 12 * MINUTE_MS, bytes: 7 + 1_200 });
  assertNear(notes.growthBytesPerDay, perDay(100));
});

Deno.test("SizeNotes forgets what was more than a day ago", () => {
  const notes = new SizeNotes();
  grow(notes, { fromMs: 0, forMs: HOUR_MS, from: 0, aMinute: 900 });
  const later = { from: 54_000, aMinute: 5, forMs: 12 * MINUTE_MS };
  grow(notes, { ...later, fromMs: HOUR_MS + DAY_MS + 2_000 });
  assertNear(notes.growthBytesPerDay, perDay(5));
});

Deno.test("SizeNotes goes on where the clock was set back", () => {
  const notes = new SizeNotes();
  grow(notes, { fromMs: DAY_MS, forMs: HOUR_MS, from: 0, aMinute: 900 });
  grow(notes, { fromMs: 0, forMs: HOUR_MS, from: 54_000, aMinute: 5 });
  assertNear(notes.growthBytesPerDay, perDay(5));
});
