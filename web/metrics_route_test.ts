import assert from "node:assert/strict";
import { PROJECTION_VERSION } from "../shared/projection/schema.ts";
import { statusPath, writeStatus } from "../shared/status/status_file.ts";
import { NOW_MS, statusOf } from "../shared/status/testdata/given_status.ts";
import { positionAt, START_MS, TERRA } from "./testdata/given_positions.ts";
import { TestApp } from "./testdata/test_app.ts";

async function linesOf(test: TestApp, of = "web"): Promise<string[]> {
  const response = await test.get("/metrics");
  assert.equal(response.status, 200);
  assert.match(response.headers.get("content-type")!, /^text\/plain/);
  return (await response.text()).split("\n")
    .filter((line) => line.startsWith(`groundtrack_${of}_`))
    .map((line) => line.replace(`groundtrack_${of}_`, ""));
}

Deno.test("GET metrics counts requests by route and status, strange ones as one", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  for (
    const path of [
      "/api/v1/satellites",
      "/api/v1/satellites",
      "/api/v1/satellites?a=b",
      "/nowhere",
      "/elsewhere",
    ]
  ) await (await test.get(path)).body?.cancel();
  const lines = await linesOf(test);
  const requests = lines.filter((line) => line.startsWith("requests_total"));
  assert.deepEqual(requests, [
    'requests_total{route="/api/v1/satellites",status="200"} 2',
    'requests_total{route="/api/v1/satellites",status="400"} 1',
    'requests_total{route="other",status="404"} 2',
  ]);
});

Deno.test("GET metrics tells of clients, those dropped too, of the projection and of warnings", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)], {
    clients: { bounds: { unreadBytes: 10, deadlineMs: Infinity } },
  });
  const slow = test.clients.admit("a");
  for (let i = 0; i < 4; i++) slow.send(new Uint8Array(11));
  await slow.closed;
  test.clients.admit("b");
  const { id } = (await test.getJson("/api/v1/projection")).projection;
  const lines = await linesOf(test);
  for (
    const line of [
      "stream_clients 1",
      "stream_clients_dropped_total 1",
      "projection_revision 1",
      `projection_info{id="${id}",version="${PROJECTION_VERSION}"} 1`,
      'warnings{kind="projector_not_running"} 1',
      'warnings{kind="dead_letters"} 0',
    ]
  ) assert.ok(lines.includes(line), `${line} in ${lines.join("\n")}`);
});

Deno.test("GET metrics tells how the projector is, as it tells itself", async () => {
  await using test = new TestApp();
  assert.deepEqual(await linesOf(test, "projector"), ["running 0"]);
  test.nowMs = NOW_MS;
  await writeStatus(statusPath(test.projection.link), statusOf());
  const lines = await linesOf(test, "projector");
  for (
    const line of [
      "running 1",
      'lag_records{topic="terra_topic",partition="0"} 2',
      'lag_seconds{topic="terra_topic",partition="0"} 6.5',
      'records_applied_total{topic="terra_topic",partition="0"} 10',
    ]
  ) assert.ok(lines.includes(line), `${line} in ${lines.join("\n")}`);
});

Deno.test("GET metrics answers also where there is no projection", async () => {
  await using test = new TestApp();
  const lines = await linesOf(test);
  assert.ok(lines.includes("stream_clients 0"));
  assert.ok(!lines.some((line) => /^projection_/.test(line)));
});
