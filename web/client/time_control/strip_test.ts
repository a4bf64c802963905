import { deepEqual, equal, ok } from "node:assert/strict";
import { moveEnd, moveRange, shareOf, type Strip, stripFor } from "./strip.ts";

const hour = 3_600_000;
const day = 24 * hour;
const nowMs = Date.UTC(2026, 7, 23, 14);
const lastHour = { fromMs: nowMs - hour, toMs: nowMs };
const lay = (
  shown = lastHour,
  { recordedFromMs = nowMs - 365 * day, at = nowMs, previous = null }: {
    recordedFromMs?: number | null;
    at?: number;
    previous?: Strip | null;
  } = {},
) => stripFor(shown, { recordedFromMs, nowMs: at, previous });

Deno.test("stripFor() spans all that is recorded where the range can be seen on it", () => {
  const recordedFromMs = nowMs - 30 * hour;
  const { fromMs, toMs } = lay(lastHour, { recordedFromMs });
  deepEqual({ fromMs, toMs }, { fromMs: recordedFromMs, toMs: nowMs });
});

Deno.test("stripFor() spans a stretch around the range where more is recorded", () => {
  const { fromMs, toMs } = lay();
  deepEqual({ fromMs, toMs }, { fromMs: nowMs - day, toMs: nowMs });
  const past = { fromMs: nowMs - 100 * day, toMs: nowMs - 100 * day + hour };
  const strip = lay(past);
  equal(strip.toMs - strip.fromMs, day);
  equal(shareOf((past.fromMs + past.toMs) / 2, strip), 0.5);
});

Deno.test("stripFor() spans the range also where nothing is recorded", () => {
  const { fromMs, toMs } = lay(lastHour, { recordedFromMs: null });
  deepEqual({ fromMs, toMs }, lastHour);
});

Deno.test("stripFor() stays where it is for another range on it", () => {
  const previous = lay();
  const other = { fromMs: nowMs - 10 * hour, toMs: nowMs - 8 * hour };
  deepEqual(lay(other, { previous }), previous);
});

Deno.test("stripFor() moves on for a range at its end, and for one too short to be seen", () => {
  const previous = lay();
  const atStart = { fromMs: previous.fromMs, toMs: previous.fromMs + hour };
  ok(lay(atStart, { previous }).fromMs < previous.fromMs);
  const short = { fromMs: nowMs - 10 * hour, toMs: nowMs - 10 * hour + 60_000 };
  equal(lengthOf(lay(short, { previous })), 24 * 60_000);
});

Deno.test("stripFor() goes on with now, and shows anew what was filled in before", () => {
  const previous = lay();
  const at = nowMs + 1_000;
  const shown = { fromMs: at - hour / 2, toMs: at };
  const next = lay(shown, { previous, at });
  equal(next.toMs, at);
  equal(lengthOf(next), day);
  const filled = lay(lastHour, {
    previous: lay(lastHour, { recordedFromMs: nowMs - 2 * hour }),
    recordedFromMs: nowMs - day,
  });
  equal(filled.fromMs, nowMs - day);
});

Deno.test("moveRange() keeps the length, within bounds", () => {
  const bounds = { fromMs: 0, toMs: 100 };
  const range = { fromMs: 40, toMs: 60 };
  deepEqual(moveRange(range, 15, bounds), { fromMs: 55, toMs: 75 });
  deepEqual(moveRange(range, 90, bounds), { fromMs: 80, toMs: 100 });
  deepEqual(moveRange(range, -90, bounds), { fromMs: 0, toMs: 20 });
});

Deno.test("moveEnd() moves one end, and never past the other", () => {
  const options = { bounds: { fromMs: 0, toMs: 100 }, leastMs: 5 };
  const range = { fromMs: 40, toMs: 60 };
  const move = (end: "from" | "to", byMs: number) =>
    moveEnd(range, end, { ...options, byMs });
  deepEqual(move("from", -10), { fromMs: 30, toMs: 60 });
  deepEqual(move("from", -90), { fromMs: 0, toMs: 60 });
  deepEqual(move("from", 90), { fromMs: 55, toMs: 60 });
  deepEqual(move("to", 10), { fromMs: 40, toMs: 70 });
  deepEqual(move("to", 90), { fromMs: 40, toMs: 100 });
  deepEqual(move("to", -90), { fromMs: 40, toMs: 45 });
});

function lengthOf({ fromMs, toMs }: Strip): number {
  return toMs - fromMs;
}
