import assert from "node:assert/strict";
import type { StatusAnswer } from "./contract.ts";
import { findActions } from "./find_actions.ts";
import {
  answerOf,
  deadProjector,
  knownOf,
  topicOf,
} from "./testdata/given_status.ts";

const actionsOf = (given: Partial<StatusAnswer>) =>
  findActions(knownOf(answerOf(given)));

Deno.test("findActions() is silent where all is well", () => {
  assert.deepEqual(actionsOf({}), []);
});

Deno.test("findActions() tells of a silent topic what to start, and leaves one alone that was ended long ago", () => {
  const [terra] = actionsOf({
    topics: [topicOf({ newest_position: "2026-11-23T11:58:00Z" })],
  });
  assert.equal(terra!.tone, "attention");
  assert.equal(
    terra!.message,
    "terra_topic has been silent since 11:58:00 UTC",
  );
  assert.match(terra!.remedy, /`deno task terra`/);
  const iss = { topic: "iss_topic", newest_position: "2026-11-22T12:00:01Z" };
  assert.match(
    actionsOf({ topics: [topicOf(iss)] })[0]!.remedy,
    /`TOPIC=iss_topic deno task producer`/,
  );
  const ended = topicOf({ newest_position: "2026-11-22T11:59:59Z" });
  assert.deepEqual(actionsOf({ topics: [ended] }), []);
});

Deno.test("findActions() puts what is broken first, as the server says it", () => {
  const warning = (kind: string) => ({ kind, message: kind, remedy: "" });
  const actions = actionsOf({
    warnings: ["retention_finite", "disk_low", "log_unreachable"].map(warning),
    topics: [topicOf({ newest_position: "2026-11-23T11:58:00Z" })],
  });
  assert.deepEqual(actions.map(({ tone }) => tone), [
    "broken",
    "broken",
    "attention",
    "attention",
  ]);
  assert.equal(actions[0]!.message, "disk_low");
});

Deno.test("findActions() says once that a projector is dead, and blames no producer", () => {
  const actions = findActions(knownOf(deadProjector()));
  assert.deepEqual(actions.map(({ tone }) => tone), ["broken"]);
});

Deno.test("findActions() says since when the server is gone, and never with a fresh answer", () => {
  assert.deepEqual(findActions(knownOf(answerOf(), 5_000)), []);
  // On another page it is asked more rarely.
  assert.deepEqual(findActions(knownOf(answerOf(), 12_000, 30)), []);
  const [gone, ...others] = findActions(knownOf(answerOf(), 60_000));
  assert.deepEqual(others, [], "nothing is said of what was so then");
  assert.match(gone!.message, /^The web app has not answered since 12:00:00 /);
  assert.match(gone!.remedy, /`deno task web`/);
  const [never] = findActions(knownOf(null, 5_001));
  assert.equal(never!.message, "The web app does not answer");
});

Deno.test("findActions() tells to wait while a projection is being made, and otherwise not", () => {
  const unavailable = "It is being made: 45 %";
  const given = { projection: null, unavailable };
  const [making] = actionsOf(given);
  assert.equal(making!.message, unavailable);
  assert.match(making!.remedy, /^Wait: /);
  const dead = findActions(knownOf({ ...deadProjector(), ...given }));
  assert.equal(dead.length, 1);
});

Deno.test("findActions() tells of a partition that is far behind", () => {
  const [partition] = answerOf().partitions;
  const behind = (lag_seconds: number) =>
    actionsOf({ partitions: [{ ...partition!, lag: 1_200, lag_seconds }] });
  assert.deepEqual(behind(30), []);
  assert.match(
    behind(120)[0]!.message,
    /^The projector is behind in terra_topic\/0: what is shown is out of date/,
  );
});

Deno.test("findActions() tells of a replay that failed or was killed, and of hours that differ", () => {
  const replay = {
    running: false,
    phase: "failed" as const,
    started: "2026-11-23T10:00:00Z",
    updated: "2026-11-23T10:10:00Z",
    failure: "no room",
    records_done: 1,
    records_in_all: 2,
    records_per_second: null,
  };
  const [failed] = actionsOf({ replay });
  assert.equal(
    failed!.message,
    "The replay of 10:00:00 UTC failed: no room",
  );
  const [killed] = actionsOf({ replay: { ...replay, phase: "killed" } });
  assert.match(killed!.message, /was interrupted/);
  assert.deepEqual(actionsOf({ replay: { ...replay, phase: "done" } }), []);
  const [differing] = actionsOf({
    last_comparison: {
      time: "2026-11-22T10:00:00Z",
      hours: 24,
      differing_hours: 1,
    },
  });
  assert.match(
    differing!.message,
    /^1 of 24 hours differed .* 2026-11-22 10:00/,
  );
});
