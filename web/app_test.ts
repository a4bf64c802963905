import assert from "node:assert/strict";
import { openSqlite } from "../shared/sqlite.ts";
import {
  at,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "./testdata/given_positions.ts";
import { TestApp } from "./testdata/test_app.ts";

Deno.test("the app answers 404 with a problem where there is nothing", async () => {
  await using test = await TestApp.given();
  const response = await test.get("/api/v2/satellites");
  assert.equal(response.status, 404);
  assert.equal(
    response.headers.get("content-type"),
    "application/problem+json",
  );
  assert.deepEqual(await response.json(), {
    type: "about:blank",
    title: "Not Found",
    status: 404,
    detail: "Cannot find /api/v2/satellites: /docs says what there is",
  });
});

Deno.test("the app answers 405 to methods that would change something", async () => {
  await using test = await TestApp.given();
  for (
    const path of [
      "/api/v1/positions",
      "/api/v1/stream",
      "/api/v1/dead-letters",
      "/",
      "/healthz",
    ]
  ) {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const response = await test.get(path, { method });
      assert.equal(response.status, 405);
      assert.equal(response.headers.get("allow"), "GET, HEAD");
      const { detail } = await response.json();
      assert.match(detail, new RegExp(`must be GET or HEAD.*${method}$`));
    }
  }
});

Deno.test("the app answers HEAD as it answers GET, without the body", async () => {
  await using test = await TestApp.given(positionsOf(TERRA, 0, 5_000));
  for (
    const path of [
      "/api/v1/satellites",
      `/api/v1/positions?from=${at(0)}&to=${at(5_000)}`,
      "/api/v1/stream",
      "/api/v1/dead-letters",
      "/",
    ]
  ) {
    const response = await test.get(path, { method: "HEAD" });
    assert.equal(response.status, 200);
    assert.equal(response.body, null);
    assert.ok(response.headers.get("content-type"));
  }
  assert.equal(test.clients.size, 0);
});

Deno.test("the app answers 503 for as long as there is no projection", async () => {
  await using test = new TestApp();
  for (
    const path of [
      "/api/v1/satellites",
      "/api/v1/positions",
      "/api/v1/stream",
      "/api/v1/dead-letters",
      "/readyz",
    ]
  ) {
    const response = await test.get(path);
    assert.equal(response.status, 503);
    assert.ok(Number(response.headers.get("retry-after")) > 0);
    const { title, detail } = await response.json();
    assert.equal(title, "Service Unavailable");
    assert.match(detail, /the projector has not made it yet/);
  }
  assert.deepEqual(test.errors, []);
  assert.equal((await test.get("/healthz")).status, 200);
});

Deno.test("the app answers 503 to a projection of another version", async () => {
  await using test = await TestApp.given();
  await Deno.remove(test.projection.link);
  const other = `${test.projection.folder}/other.db`;
  await Deno.writeFile(other, new Uint8Array());
  await Deno.symlink("other.db", test.projection.link);
  const response = await test.get("/readyz");
  assert.equal(response.status, 503);
  assert.match((await response.json()).detail, /version must be/);
});

Deno.test("the app tells of a fault of its own to the log, not to the client", async () => {
  await using test = await TestApp.given();
  await test.getJson("/api/v1/satellites");
  const db = openSqlite(await Deno.realPath(test.projection.link));
  db.exec("DROP TABLE recordings");
  db.close();
  const response = await test.get("/api/v1/satellites");
  assert.equal(response.status, 500);
  assert.deepEqual(await response.json(), {
    type: "about:blank",
    title: "Internal Server Error",
    status: 500,
    detail: "Cannot answer, by a fault of the server",
  });
  assert.equal(test.errors.length, 1);
  assert.match(
    test.errors[0]!.message,
    /no such table: recordings/,
  );
});

Deno.test("the app answers 503 where the link is a file, and says what to do", async () => {
  await using test = await TestApp.given();
  await Deno.remove(test.projection.link);
  await Deno.writeTextFile(test.projection.link, "no link");
  const response = await test.get("/readyz");
  assert.equal(response.status, 503);
  assert.match(
    (await response.json()).detail,
    /set PROJECTION to another name/,
  );
});

Deno.test("GET readyz tells which projection answers, and how far it is", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const { status, projection, revision } = await test.getJson("/readyz");
  assert.deepEqual([status, revision], ["ok", 1]);
  assert.match(projection, /^[0-9a-f]{8}$/);
});

Deno.test("every answer has the security headers, also problems and streams", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const requests: [path: string, init: RequestInit, status: number][] = [
    ["/", {}, 200],
    ["/api/v1/satellites", {}, 200],
    [`/api/v1/positions?from=${at(0)}&to=${at(1)}`, {}, 200],
    ["/", { headers: { "accept-encoding": "zstd" } }, 200],
    ["/api/v1/stream", {}, 200],
    [`/api/v1/stream?from=0&to=1&last_event_id=999-x-0`, {}, 204],
    ["/api/v1/positions?points=0", {}, 400],
    ["/api/v1/positions?satellites=1", {}, 404],
    ["/nowhere", {}, 404],
    ["/", { method: "POST" }, 405],
  ];
  for (const [path, init, status] of requests) {
    const response = await test.get(path, init);
    assert.equal(response.status, status);
    const csp = response.headers.get("content-security-policy")!;
    assert.match(csp, /default-src 'none'.*frame-ancestors 'none'/);
    assert.doesNotMatch(csp, /unsafe/);
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.equal(response.headers.get("x-frame-options"), "DENY");
    assert.equal(response.headers.get("referrer-policy"), "no-referrer");
    await response.body?.cancel();
  }
});
