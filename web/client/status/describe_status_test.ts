import assert from "node:assert/strict";
import type { StatusAnswer } from "./contract.ts";
import { describeProjection } from "./describe_projection.ts";
import { describeRoom } from "./describe_room.ts";
import { describeServices } from "./describe_services.ts";
import { describeTopics } from "./describe_topics.ts";
import type { Row } from "./status_row.ts";
import {
  answerOf,
  deadProjector,
  knownOf,
  NOW_MS,
} from "./testdata/given_status.ts";

/** The rows, with the tone of a cell that has one before its text. */
const said = (rows: readonly Row[]) =>
  rows.map((row) =>
    row.map(({ text, tone }) => tone ? `${tone}: ${text}` : text)
  );

const projectionOf = (given: Partial<StatusAnswer>) =>
  new Map(
    said(describeProjection(answerOf(given), NOW_MS).rows).map((
      [name, text],
    ) => [name, text]),
  );

Deno.test("describeServices() tells how each service is, and how anyone knows", () => {
  assert.deepEqual(said(describeServices(knownOf(answerOf(), 1_000))), [
    ["Web app", "good: answering", "Its answer 1 s ago"],
    ["Projector", "good: running", "Its status file, 2 s old"],
    ["Event log", "good: reachable", "Its answer to the projector 4 s ago"],
    [
      "Producer on terra_topic",
      "good: last heard 3 s ago",
      "Arriving data: 1 satellite, every 1 s",
    ],
  ]);
});

Deno.test("describeServices() knows nothing of what only a dead projector would know", () => {
  assert.deepEqual(said(describeServices(knownOf(deadProjector()))).slice(1), [
    [
      "Projector",
      "broken: not running since 11:00:00 UTC",
      "Its status file, 1 h old",
    ],
    [
      "Event log",
      "attention: not known",
      "Its answer to the projector 3 s ago",
    ],
    [
      "Producer on terra_topic",
      "attention: not known",
      "Its topic is not read to its end",
    ],
  ]);
});

Deno.test("describeServices() tells since when the web app does not answer", () => {
  const [web, projector] = said(
    describeServices(knownOf(answerOf(), 60_000)),
  );
  assert.equal(web![1], "broken: no answer since 12:00:00 UTC");
  assert.deepEqual(projector, [
    "Projector",
    "not known",
    "The web app alone",
  ]);
  assert.deepEqual(said(describeServices(knownOf(null, 1_000))), [
    ["Web app", "not known", "–"],
  ]);
});

Deno.test("describeTopics() tells how far each partition is, and how long it is kept", () => {
  const [topic] = answerOf().topics;
  const [partition] = answerOf().partitions;
  const rowOf = (given: object, kept: object = {}) =>
    said(
      describeTopics(
        answerOf({
          topics: [{ ...topic!, ...kept }],
          partitions: [{ ...partition!, ...given }],
        }),
        NOW_MS,
      ).rows,
    )[0];
  assert.deepEqual(rowOf({}), [
    "terra_topic/0",
    "0",
    "–",
    "1,234",
    "1,234",
    "unlimited",
  ]);
  assert.deepEqual(
    rowOf({ lag: 90, lag_seconds: 31 }, { retention_seconds: 604_800 }),
    [
      "terra_topic/0",
      "90",
      "attention: 31 s",
      "1,234",
      "1,234",
      "attention: 7 d",
    ],
  );
  assert.equal(rowOf({ halted: "another record" })![2], "broken: halted");
  assert.equal(
    rowOf({}, { in_log: false })![5],
    "attention: not in the log",
  );
});

Deno.test("describeTopics() says of when the numbers are that a dead projector left", () => {
  assert.equal(describeTopics(answerOf(), NOW_MS).old, undefined);
  const { rows, old } = describeTopics(deadProjector(), NOW_MS);
  assert.equal(old, "As last reported by the projector at 11:00:00 UTC.");
  assert.equal(rows[0]![1]!.text, "not known");
});

Deno.test("describeRoom() tells how long there is room, and which is too little", () => {
  const { storage } = answerOf();
  const rowOf = (given: object) =>
    said(
      describeRoom(
        answerOf({
          storage: {
            ...storage!,
            disks: [{ ...storage!.disks[0]!, ...given }],
          },
        }),
        NOW_MS,
      ).rows,
    )[0]!;
  assert.deepEqual(rowOf({}), [
    "event log and projection",
    "4.0 MB and 9.0 MB",
    "50 GB",
    "25 MB a day",
    "100 d",
  ]);
  assert.equal(rowOf({ free_bytes: 900_000_000 })[2], "broken: 900 MB");
  assert.equal(rowOf({ full_in_days: 6.9 })[4], "attention: 6 d 22 h");
  assert.equal(rowOf({ full_in_days: 2_000 })[4], "5 years");
  assert.equal(rowOf({ full_in_days: null })[4], "never at this rate");
  const unknown = { full_in_days: null, growth_bytes_per_day: null };
  assert.equal(rowOf(unknown)[4], "not known");
});

Deno.test("describeProjection() tells what is served, and whether another one is written", () => {
  const well = projectionOf({});
  assert.equal(well.get("Projection"), "0123abcd, version 3, revision 1,234");
  assert.equal(well.has("Being written"), false);
  const none = projectionOf({ projection: null });
  assert.equal(none.get("Projection"), "attention: there is none");
  assert.match(none.get("Being written")!, /^0123abcd, /);
});

Deno.test("describeProjection() tells how far a replay is, and when it will be done", () => {
  const replay = {
    running: true,
    phase: "applying" as const,
    started: "2026-11-23T11:59:00Z",
    updated: "2026-11-23T11:59:59Z",
    failure: null,
    records_done: 600,
    records_in_all: 1_000,
    records_per_second: 100,
  };
  const of = (given: object) =>
    projectionOf({ replay: { ...replay, ...given } }).get("Replay");
  assert.equal(of({}), "60 %, 600 of 1,000 records, done in about 4 s");
  assert.equal(
    of({ phase: "comparing" }),
    "comparing with the projection in use",
  );
  assert.equal(of({ phase: "done" }), "done at 11:59:59 UTC");
  assert.equal(of({ phase: "failed" }), "attention: failed at 11:59:59 UTC");
  assert.equal(
    of({ phase: "killed" }),
    "attention: interrupted at 11:59:59 UTC",
  );
});

Deno.test("describeProjection() tells of damaged hours, of what came late, and of hours that differed", () => {
  const facts = projectionOf({
    damaged_hours: {
      count: 7,
      hours: [{ norad_id: 25994, from: "2026-11-20T10:00:00Z", reason: "" }],
    },
    late_ranges: {
      count: 2,
      last_committed: "2026-11-23T11:00:00Z",
      from: "2026-11-22T10:00:00Z",
      to: "2026-11-23T10:00:00Z",
    },
    last_comparison: {
      time: "2026-11-22T10:00:00Z",
      hours: 24,
      differing_hours: 1,
    },
  });
  assert.equal(facts.get("Damaged hours"), "broken: 7: 25994 2026-11-20 10:00");
  assert.equal(
    facts.get("Late data, last 24 h"),
    "2 ranges, from 2026-11-22 10:00:00 to 2026-11-23 10:00:00",
  );
  assert.equal(
    facts.get("Last comparison"),
    "attention: 1 of 24 hours differ, at 2026-11-22 10:00:00 UTC",
  );
});
