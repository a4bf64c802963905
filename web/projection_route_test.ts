import assert from "node:assert/strict";
import { statusPath, writeStatus } from "../shared/status/status_file.ts";
import {
  diskOf,
  partitionOf,
  statusOf,
  storageOf,
} from "../shared/status/testdata/given_status.ts";
import { positionAt, START_MS, TERRA } from "./testdata/given_positions.ts";
import { TestApp } from "./testdata/test_app.ts";

const STATUS = statusOf({
  updatedMs: START_MS,
  topics: [
    { name: "aqua_topic", retentionMs: 604_800_000 },
    { name: "terra_topic", retentionMs: null },
  ],
  partitions: [partitionOf({ deadLetters: 1 })],
});

async function givenApp(): Promise<TestApp> {
  const test = await TestApp.given([positionAt(TERRA, START_MS)]);
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
    projection: { id, revision: 1 },
    projector: {
      running: true,
      updated: "2026-08-21T10:00:00.000Z",
      connected: true,
      log_answered: "2026-11-23T11:59:59.000Z",
      last_commit: "2026-11-23T11:59:59.500Z",
      writing_waits: null,
    },
    newest_position: "2026-11-23T11:59:58.500Z",
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
      { topic: "aqua_topic", retention_seconds: 604_800 },
      { topic: "terra_topic", retention_seconds: null },
    ],
    partitions: [{
      topic: "terra_topic",
      partition: 0,
      next_offset: 10,
      end_offset: 12,
      lag: 2,
      halted: null,
    }],
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

Deno.test("GET projection keeps what a projector left that is gone", async () => {
  await using test = await givenApp();
  test.nowMs = START_MS + 10_000;
  const { projector, partitions, warnings } = await test.getJson(
    "/api/v1/projection",
  );
  assert.equal(projector.running, false);
  assert.equal(partitions.length, 1);
  assert.equal(warnings[0].kind, "projector_not_running");
});

Deno.test("GET projection answers also where there is neither projection nor projector", async () => {
  await using test = new TestApp();
  const answer = await test.getJson("/api/v1/projection");
  assert.equal(answer.projection, null);
  assert.equal(answer.projector, null);
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
