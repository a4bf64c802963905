import { deepEqual, equal, match } from "node:assert/strict";
import type { Moment } from "../feed/moment.ts";
import { Recording } from "../feed/recording.ts";
import { planStream } from "../feed/stream_plan.ts";
import { describeNote } from "./describe_note.ts";
import { defaultViewState, type ViewState } from "./view_state.ts";

const hour = 3_600_000;
const toMs = Date.UTC(2026, 7, 23, 12);
const range = { fromMs: toMs - hour, toMs };
const view: ViewState = {
  ...defaultViewState,
  range: { kind: "fixed", ...range },
};
const moment: Moment = {
  kind: "history",
  nowMs: toMs + 5 * hour,
  shownMs: toMs,
  range,
  silenceCounts: false,
};
const coverages = [{
  noradId: 25994,
  firstMs: toMs - 9 * hour,
  lastMs: toMs + 3 * hour,
  gaps: [{ fromMs: toMs - 2 * hour, toMs: toMs + hour }],
}];

/** All of a range has come: one position, or none. */
function cameWith(timeMs: number | null): Recording {
  const plan = planStream(view, moment.nowMs);
  const recording = new Recording(plan.bucketMs);
  recording.applySatellites([{
    norad_id: 25994,
    name: "TERRA",
    first: null,
    last: null,
    samples: 1,
    step_seconds: 1,
    topics: [],
    latest: null,
    element_set: null,
  }], plan);
  if (timeMs !== null) {
    const place = { latitude_deg: 1, longitude_deg: 2, altitude_km: 700 };
    const time = new Date(timeMs).toISOString();
    recording.applyFrame(
      { time, positions: [{ norad_id: 25994, ...place }] },
      plan,
    );
  }
  recording.applyState({ state: "end", server_time: "" });
  return recording;
}

Deno.test("describeNote() says until when a replay has nothing to show, and offers to skip it", () => {
  const recording = new Recording(60_000);
  const noteAt = (shownMs: number) =>
    describeNote({
      view: { ...view, speed: 600 },
      moment: {
        ...moment,
        kind: "replay",
        shownMs,
        range: { fromMs: toMs - 9 * hour, toMs: toMs + 3 * hour },
      },
      recording,
      coverages,
    });
  equal(noteAt(toMs - 3 * hour), null);
  deepEqual(noteAt(toMs), {
    text: "Nothing recorded until 2026-08-23 13:00:00 UTC.",
    offers: [{
      text: "Skip to then",
      act: { kind: "skip", toMs: toMs + hour },
    }],
  });
  equal(noteAt(toMs + hour - 600_000), null);
});

Deno.test("describeNote() says nothing of a range that shows something", () => {
  const recording = cameWith(toMs - 1_000);
  equal(describeNote({ view, moment, recording, coverages }), null);
});

Deno.test("describeNote() tells what is recorded nearest to an empty range, and offers it", () => {
  const recording = cameWith(null);
  const note = describeNote({ view, moment, recording, coverages })!;
  equal(
    note.text,
    "Nothing recorded from 2026-08-23 11:00:00 to 12:00:00 UTC, 1 h; last before: 2026-08-23 10:00:00 UTC; first after: 2026-08-23 13:00:00 UTC.",
  );
  deepEqual(note.offers.map(({ act }) => act), [
    {
      kind: "show",
      range: { fromMs: toMs - 3 * hour + 1_000, toMs: toMs - 2 * hour + 1_000 },
    },
    { kind: "show", range: { fromMs: toMs + hour, toMs: toMs + 2 * hour } },
  ]);
});

Deno.test("describeNote() says where nothing is recorded at any time", () => {
  const facts = { view, moment, recording: cameWith(null), coverages: [] };
  match(describeNote(facts)!.text, /; and nothing at any other time\.$/);
  deepEqual(describeNote(facts)!.offers, []);
});

Deno.test("describeNote() waits until it is known what is recorded", () => {
  const facts = { view, moment, recording: cameWith(null), coverages: null };
  equal(describeNote(facts), null);
});

Deno.test("describeNote() says the same of a live window as time goes on", () => {
  const at = (nowMs: number) =>
    describeNote({
      view: defaultViewState,
      moment: {
        ...moment,
        kind: "live",
        nowMs,
        range: { fromMs: nowMs - hour, toMs: nowMs },
      },
      recording: cameWith(null),
      coverages,
    })!.text;
  equal(
    at(toMs + 5 * hour),
    "Nothing recorded in the last 1 h; last before: 2026-08-23 15:00:00 UTC.",
  );
  equal(at(toMs + 5.1 * hour), at(toMs + 5 * hour));
});

Deno.test("describeNote() tells that a replay is at its end, and how to go on", () => {
  const recording = cameWith(toMs - 1_000);
  const replay: ViewState = { ...view, speed: 60 };
  const note = describeNote({ view: replay, moment, recording, coverages })!;
  match(note.text, /^The replay has reached its end, 2026-08-23 12:00:00 UTC/);
  deepEqual(note.offers.map(({ text }) => text), [
    "Play again",
    "The next 1 h",
  ]);
});
