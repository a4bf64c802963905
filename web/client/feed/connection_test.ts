import { deepEqual, equal } from "node:assert/strict";
import { type ConnectionFacts, describeConnection } from "./connection.ts";
import type { Moment } from "./moment.ts";

const nowMs = Date.UTC(2026, 7, 23, 14, 36, 42);
const facts: ConnectionFacts = {
  link: "open",
  lostSinceMs: null,
  phase: "live",
  lagMs: 400,
  newestMs: nowMs - 400,
  patienceMs: 5_000,
  speed: null,
  refused: false,
  unrecorded: false,
  unavailable: null,
  empty: false,
};
const moment: Moment = {
  kind: "live",
  nowMs,
  shownMs: nowMs,
  range: { fromMs: nowMs - 3_600_000, toMs: nowMs },
  silenceCounts: true,
};
const words = (more: Partial<ConnectionFacts>, kind = moment.kind) => {
  const { text, tone } = describeConnection({ ...facts, ...more }, {
    ...moment,
    kind,
  });
  return [text, tone];
};

Deno.test("describeConnection() calls no refusal what is only not recorded yet", () => {
  deepEqual(words({ unrecorded: true }), ["Nothing recorded yet", "neutral"]);
  const lostSinceMs = nowMs - 11_000;
  deepEqual(words({ unrecorded: true, lostSinceMs })[1], "broken");
  deepEqual(words({ refused: true }), [
    "The server refused this view",
    "attention",
  ]);
});

Deno.test("describeConnection() is green only when live and well", () => {
  deepEqual(words({}), ["Live, 0.4 s behind", "good"]);
  deepEqual(words({ lagMs: 14_000 }), ["Live, 14 s behind", "attention"]);
  deepEqual(words({ lagMs: null, newestMs: nowMs - 40_000 }), ["Live", "good"]);
  deepEqual(words({ newestMs: nowMs - 5_401 }), [
    "Live, nothing new for 5 s",
    "attention",
  ]);
  deepEqual(words({ newestMs: nowMs - 14_000, lagMs: 14_000 }), [
    "Live, 14 s behind",
    "attention",
  ]);
  deepEqual(words({ phase: "behind", newestMs: nowMs - 60_000 }), [
    "Live, nothing new for 1 min",
    "attention",
  ]);
});

Deno.test("describeConnection() waits a little before it calls a cut a loss", () => {
  deepEqual(words({ link: "lost", lostSinceMs: nowMs - 3_000 }), [
    "Reconnecting…",
    "attention",
  ]);
  deepEqual(words({ link: "lost", lostSinceMs: nowMs - 42_000 }), [
    "No connection since 14:36:00 UTC",
    "broken",
  ]);
});

Deno.test("describeConnection() calls no server lost that says what it waits for", () => {
  const unavailable = "It is being made: 50 %";
  const facts = { lostSinceMs: nowMs - 60_000, unavailable };
  deepEqual(words(facts), ["No projection to show yet", "attention"]);
  deepEqual(words({ unavailable })[1], "good");
});

Deno.test("describeConnection() names a replay by its speed, and what is past as such", () => {
  deepEqual(words({ phase: "range", speed: 60 }, "replay"), [
    "Replay 60×",
    "neutral",
  ]);
  deepEqual(words({ phase: "end" }, "history"), ["History", "neutral"]);
  deepEqual(words({ link: "lost", lostSinceMs: 0 }, "paused"), [
    "Paused",
    "neutral",
  ]);
});

Deno.test("describeConnection() announces no running numbers", () => {
  equal(describeConnection(facts, moment).announcement, "Live");
});
