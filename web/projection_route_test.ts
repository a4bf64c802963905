import assert from "node:assert/strict";
import { statusPath, writeStatus } from "../shared/status/status_file.ts";
import {
  partitionOf,
  statusOf,
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
