import assert from "node:assert/strict";
import { PROJECTION_VERSION } from "../shared/projection/schema.ts";
import type { ProjectorStatus } from "../shared/status/projector_status.ts";
import {
  REPLAY_STATUS_VERSION,
  type ReplayStatus,
} from "../shared/status/replay_status.ts";
import {
  replayStatusPath,
  statusPath,
  writeStatus,
} from "../shared/status/status_file.ts";
import {
  diskOf,
  partitionOf,
  statusOf,
  storageOf,
  topicOf,
} from "../shared/status/testdata/given_status.ts";
import { positionAt, START_MS, TERRA } from "./testdata/given_positions.ts";
import { TestApp } from "./testdata/test_app.ts";

const STATUS = statusOf({
  updatedMs: START_MS,
  logAnsweredMs: START_MS - 1_000,
  lastCommitMs: START_MS - 500,
  topics: [
    topicOf({
      name: "aqua_topic",
      retentionMs: 604_800_000,
      newestPositionMs: null,
    }),
    topicOf({ newestPositionMs: START_MS - 1_500 }),
  ],
  partitions: [partitionOf({ caughtUpMs: START_MS - 6_500, deadLetters: 1 })],
});

/** All is applied, as far as was known when it was left. */
const CAUGHT_UP = { partitions: [partitionOf({ endOffset: 10 })] };

/** What the answer tells, and whether `/metrics` tells of a lag, too. */
async function lagOf(test: TestApp, status: ProjectorStatus) {
  await writeStatus(statusPath(test.projection.link), status);
  const { partitions, projector } = await test.getJson("/api/v1/projection");
  const { lag, lag_seconds } = partitions[0];
  const metrics = await (await test.get("/metrics")).text();
  const told = metrics.split("\n").filter((line) =>
    /^groundtrack_projector_(lag|end_offset)/.test(line)
  );
  return { lag, lag_seconds, told: told.length, projector };
}

async function givenApp(): Promise<TestApp> {
  const test = await TestApp.given([
    positionAt(TERRA, START_MS - 1_000),
    positionAt(TERRA, START_MS),
  ], { topic: "terra_topic" });
  await writeStatus(statusPath(test.projection.link), STATUS);
  return test;
}

Deno.test("GET projection tells how the projector is, and what to act on", async () => {
  await using test = await givenApp();
  const answer = await test.getJson("/api/v1/projection");
  const { id } = answer.projection;
  assert.match(id, /^[0-9a-f]{8}$/);
  const kinds = answer.warnings.map(({ kind }: { kind: string }) => kind);
  assert.deepEqual(kinds, ["retention_finite", "dead_letters"]);
  assert.deepEqual(Object.keys(answer.warnings[0]), [
    "kind",
    "message",
    "remedy",
  ]);
  assert.deepEqual(answer, {
    time: "2026-08-21T10:00:00.000Z",
    projection: { id, version: PROJECTION_VERSION, revision: 1 },
    unavailable: null,
    projector: {
      running: true,
      updated: "2026-08-21T10:00:00.000Z",
      connected: true,
      log_answered: "2026-08-21T09:59:59.000Z",
      last_commit: "2026-08-21T09:59:59.500Z",
      writing_waits: null,
      projection: {
        id: "0123abcd",
        version: 2,
        revision: 7,
        satellites_pending: 3,
      },
      rate: {
        over_seconds: 30,
        records_per_second: 3,
        positions_per_second: 9,
      },
    },
    newest_position: "2026-08-21T09:59:58.500Z",
    replay: null,
    last_comparison: null,
    storage: {
      event_log: { bytes: 4_000_000, wal_bytes: 1_000_000 },
      projection: { bytes: 9_000_000, wal_bytes: 2_000_000 },
      disks: [{
        holds: ["event_log", "projection"],
        free_bytes: 50_000_000_000,
        growth_bytes_per_day: 25_000_000,
        full_in_days: 2_000,
      }],
    },
    topics: [
      {
        topic: "aqua_topic",
        in_log: true,
        retention_seconds: 604_800,
        newest_position: null,
        newest_position_age_seconds: null,
        satellites: null,
        step_seconds: null,
      },
      {
        topic: "terra_topic",
        in_log: true,
        retention_seconds: null,
        newest_position: "2026-08-21T09:59:58.500Z",
        newest_position_age_seconds: 1.5,
        satellites: 1,
        step_seconds: 1,
      },
    ],
    partitions: [{
      topic: "terra_topic",
      partition: 0,
      next_offset: 10,
      end_offset: 12,
      lag: 2,
      lag_seconds: 6.5,
      halted: null,
    }],
    late_ranges: { count: 0, last_committed: null, from: null, to: null },
    damaged_hours: { count: 0, hours: [] },
    dead_letters: { count: 1 },
    warnings: answer.warnings,
  });
});

Deno.test("GET projection tells sizes of no more digits than are known, and null for what is not", async () => {
  await using test = await givenApp();
  const rates = { growthBytesPerDay: 1_234.567, fullInDays: 3.14159 };
  const unknown = { growthBytesPerDay: null, fullInDays: null };
  const storage = storageOf({
    eventLog: null,
    disks: [diskOf(rates), diskOf({ ...unknown, freeBytes: null })],
  });
  const path = statusPath(test.projection.link);
  await writeStatus(path, { ...STATUS, storage });
  const { storage: told } = await test.getJson("/api/v1/projection");
  assert.deepEqual(told.event_log, { bytes: null, wal_bytes: null });
  const holds = ["event_log", "projection"];
  assert.deepEqual(told.disks, [
    {
      holds,
      free_bytes: 50_000_000_000,
      growth_bytes_per_day: 1_235,
      full_in_days: 3.1,
    },
    {
      holds,
      free_bytes: null,
      growth_bytes_per_day: null,
      full_in_days: null,
    },
  ]);
});

Deno.test("GET projection keeps what a projector left that is gone, and positions age on", async () => {
  await using test = await givenApp();
  test.nowMs = START_MS + 10_000;
  const { projector, topics, partitions, warnings } = await test.getJson(
    "/api/v1/projection",
  );
  assert.equal(projector.running, false);
  assert.equal(partitions[0].next_offset, 10);
  assert.equal(topics[1].newest_position_age_seconds, 11.5);
  assert.equal(warnings[0].kind, "projector_not_running");
});

Deno.test("GET projection and metrics tell a lag of 0 where it is known to be", async () => {
  await using test = await givenApp();
  const { projector: _, ...told } = await lagOf(test, {
    ...STATUS,
    ...CAUGHT_UP,
  });
  assert.deepEqual(told, { lag: 0, lag_seconds: 0, told: 3 });
});

Deno.test("GET projection and metrics tell no lag of a projector that is dead, and nothing else that would look well", async () => {
  await using test = await givenApp();
  const dead = { updatedMs: START_MS - 10_000 };
  const ahead = { updatedMs: START_MS + 10_000 };
  for (const given of [dead, ahead, { hasStopped: true }]) {
    const { projector, ...told } = await lagOf(test, {
      ...STATUS,
      ...CAUGHT_UP,
      ...given,
    });
    assert.deepEqual(told, { lag: null, lag_seconds: null, told: 0 });
    const { running, connected, rate } = projector;
    assert.deepEqual([running, connected, rate], [false, null, null]);
  }
});

Deno.test("GET projection and metrics tell no lag while the log is in trouble, or has not answered for long", async () => {
  await using test = await givenApp();
  const trouble = { reason: "it is away", sinceMs: START_MS - 3_000 };
  const troubles = [
    { logTrouble: trouble },
    { logAnsweredMs: null },
    { logAnsweredMs: START_MS - 15_000 },
  ];
  for (const given of troubles) {
    const { projector, ...told } = await lagOf(test, {
      ...STATUS,
      ...CAUGHT_UP,
      ...given,
    });
    assert.deepEqual(told, { lag: null, lag_seconds: null, told: 0 });
    assert.equal(projector.running, true);
  }
});

Deno.test("GET projection answers also where there is neither projection nor projector", async () => {
  await using test = new TestApp();
  const answer = await test.getJson("/api/v1/projection");
  assert.equal(answer.projection, null);
  assert.equal(answer.projector, null);
  assert.match(
    answer.unavailable,
    /^Cannot read .* as the projector has not made it yet\. A projector has to run, /,
  );
  assert.equal(answer.storage, null);
  assert.deepEqual(answer.dead_letters, { count: null });
  assert.deepEqual(
    answer.warnings.map(({ kind }: { kind: string }) => kind),
    ["projector_not_running"],
  );
});

Deno.test("GET projection knows no parameters", async () => {
  await using test = await givenApp();
  assert.equal((await test.get("/api/v1/projection?topic=a")).status, 400);
});

const REPLAY: ReplayStatus = {
  version: REPLAY_STATUS_VERSION,
  startedMs: START_MS - 20_000,
  updatedMs: START_MS - 500,
  phase: "applying",
  failure: null,
  recordsDone: 600,
  recordsInAll: 1_000,
  recordsPerSecond: 30.04,
  comparison: { atMs: START_MS - 86_400_000, hours: 24, differingHours: 1 },
};

/** What is told of a replay that left this. */
async function replayOf(test: TestApp, changes: Partial<ReplayStatus> = {}) {
  const path = replayStatusPath(test.projection.link);
  await writeStatus(path, { ...REPLAY, ...changes });
  const { replay, last_comparison } = await test.getJson("/api/v1/projection");
  const metrics = await (await test.get("/metrics")).text();
  const told = metrics.split("\n").filter((line) =>
    line.startsWith("groundtrack_replay_")
  ).map((line) => line.replace("groundtrack_replay_", ""));
  return { replay, last_comparison, told };
}

Deno.test("GET projection and the metrics tell of a replay at work, and of the last comparison", async () => {
  await using test = await givenApp();
  const { replay, last_comparison, told } = await replayOf(test);
  assert.deepEqual(replay, {
    running: true,
    phase: "applying",
    started: "2026-08-21T09:59:40.000Z",
    updated: "2026-08-21T09:59:59.500Z",
    failure: null,
    records_done: 600,
    records_in_all: 1_000,
    records_per_second: 30,
  });
  assert.deepEqual(last_comparison, {
    time: "2026-08-20T10:00:00.000Z",
    hours: 24,
    differing_hours: 1,
  });
  assert.deepEqual(told, [
    "running 1",
    "records 600",
    "records_expected 1000",
    `compared_timestamp_seconds ${START_MS / 1000 - 86_400}`,
    "differing_hours 1",
  ]);
});

Deno.test("a replay that was killed, failed or is done is not told to be running", async () => {
  await using test = await givenApp();
  const of = async (changes: Partial<ReplayStatus>) => {
    const { replay, told } = await replayOf(test, changes);
    const { running, phase, failure, records_per_second } = replay;
    assert.equal(told[0], "running 0");
    assert.ok(!told.some((line) => line.startsWith("records")));
    return [running, phase, failure, records_per_second];
  };
  const updatedMs = START_MS - 60_000;
  assert.deepEqual(await of({ updatedMs }), [false, "killed", null, null]);
  assert.deepEqual(await of({ phase: "done" }), [false, "done", null, null]);
  assert.deepEqual(
    await of({ phase: "failed", failure: "no room" }),
    [false, "failed", "no room", null],
  );
});

Deno.test("GET projection tells of no replay where there was none", async () => {
  await using test = await givenApp();
  const { replay, last_comparison } = await test.getJson("/api/v1/projection");
  assert.deepEqual([replay, last_comparison], [null, null]);
});

Deno.test("GET projection tells how far one is that is being made", async () => {
  await using test = new TestApp();
  await writeStatus(statusPath(test.projection.link), {
    ...STATUS,
    partitions: [partitionOf({ fromOffset: 5, endOffset: 10, recordsRead: 5 })],
  });
  const { projection, unavailable, late_ranges, topics } = await test.getJson(
    "/api/v1/projection",
  );
  assert.deepEqual([projection, late_ranges, topics[1].satellites], [
    null,
    null,
    null,
  ]);
  assert.match(unavailable, / 50 %, 5 of 10 records are applied$/);
});

Deno.test("GET projection tells in short what came late", async () => {
  await using test = await givenApp();
  await test.commit(60, [
    positionAt(TERRA, START_MS + 10_000),
    positionAt(TERRA, START_MS + 12_000),
  ]);
  const { late_ranges } = await test.getJson("/api/v1/projection");
  assert.deepEqual(late_ranges, {
    count: 1,
    last_committed: "2026-08-21T10:01:00.000Z",
    from: "2026-08-21T10:00:10.000Z",
    to: "2026-08-21T10:00:12.001Z",
  });
});
