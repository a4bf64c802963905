import assert from "node:assert/strict";
import { renderMetrics } from "./metrics.ts";
import type { ProjectorStatus } from "./projector_status.ts";
import { statusMetrics } from "./status_metrics.ts";
import {
  diskOf,
  NOW_MS,
  partitionOf,
  statusOf,
  storageOf,
  topicOf,
} from "./testdata/given_status.ts";

/** The samples of a status, without the comments. */
async function linesOf(status: ProjectorStatus | null): Promise<string[]> {
  const text = await renderMetrics(statusMetrics(status, NOW_MS));
  return text.split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.replace(/^groundtrack_projector_/, ""));
}

const namesOf = (lines: readonly string[]) =>
  lines.map((line) => /^\w+/.exec(line)![0]);

const trouble = { reason: "it is away", sinceMs: NOW_MS - 60_000 };

/** All is applied, as far as was known when it was left. */
const partitions = [partitionOf({ endOffset: 10 })];

/** What can only be known of now. */
const OF_NOW = /^(end_offset|lag|log_connected|writing|disk|.*_bytes)/;

Deno.test("statusMetrics() tells that nothing lags behind where that is known", async () => {
  const lines = await linesOf(statusOf({ partitions }));
  for (
    const line of [
      "running 1",
      'end_offset{topic="terra_topic",partition="0"} 10',
      'lag_records{topic="terra_topic",partition="0"} 0',
      'lag_seconds{topic="terra_topic",partition="0"} 0',
    ]
  ) assert.ok(lines.includes(line), `${line} in ${lines.join("\n")}`);
});

Deno.test("statusMetrics() tells nothing of the moment of a projector that is gone or was stopped, and keeps what stays so", async () => {
  const gone = statusOf({ partitions, updatedMs: NOW_MS - 10_000 });
  const stopped = statusOf({ partitions, hasStopped: true });
  for (const status of [gone, stopped]) {
    const lines = await linesOf(status);
    assert.deepEqual(namesOf(lines), [
      "running",
      "log_answered_timestamp_seconds",
      "last_commit_timestamp_seconds",
      "projection_info",
      "commits_total",
      "positions_superseded_total",
      "satellites_pending",
      "newest_position_timestamp_seconds",
      "topic_retention_seconds",
      "next_offset",
      "partition_halted",
      "records_applied_total",
      "positions_decoded_total",
      "dead_letters",
    ]);
    assert.equal(lines[0], "running 0");
  }
});

Deno.test("statusMetrics() tells only that it is not running of a projector that left nothing", async () => {
  assert.deepEqual(await linesOf(null), ["running 0"]);
});

Deno.test("statusMetrics() tells of a log in trouble, and not where it ends", async () => {
  const away = await linesOf(statusOf({ partitions, logTrouble: trouble }));
  assert.ok(away.includes("log_connected 0"));
  const silent = await linesOf(
    statusOf({ partitions, logAnsweredMs: NOW_MS - 15_000 }),
  );
  for (const lines of [away, silent]) {
    const names = namesOf(lines);
    assert.ok(!names.some((name) => /^(end_offset|lag)/.test(name)));
    assert.ok(names.includes("next_offset"));
  }
});

Deno.test("statusMetrics() tells that writing waits, and nothing of what it does not know", async () => {
  const lines = await linesOf(statusOf({
    writingTrouble: trouble,
    lastCommitMs: null,
    logAnsweredMs: null,
    storage: storageOf({
      eventLog: null,
      projection: null,
      disks: [diskOf({
        freeBytes: null,
        growthBytesPerDay: null,
        fullInDays: null,
      })],
    }),
    topics: [
      topicOf({ retentionMs: 1_500, newestPositionMs: null }),
      topicOf({ name: "old_topic", isInLog: false }),
    ],
    partitions: [],
  }));
  assert.deepEqual(lines.filter((line) => OF_NOW.test(line)), [
    "log_connected 1",
    "writing_waits 1",
  ]);
  assert.deepEqual(lines.filter((line) => /^topic|timestamp/.test(line)), [
    `newest_position_timestamp_seconds{topic="old_topic"} ${
      (NOW_MS - 1_500) / 1000
    }`,
    'topic_retention_seconds{topic="terra_topic"} 1.5',
  ]);
});

Deno.test("statusMetrics() names are as Prometheus wants them: counters are totals, and units are base units", () => {
  for (const { name, type } of statusMetrics(statusOf(), NOW_MS)) {
    assert.match(name, /^groundtrack_projector_[a-z_]+$/);
    assert.equal(name.endsWith("_total"), type === "counter", name);
    assert.doesNotMatch(name, /_(ms|minutes|hours|days?|kb|mb|percent)(_|$)/);
  }
});
