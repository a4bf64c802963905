import assert from "node:assert/strict";
import { TestApp } from "./testdata/test_app.ts";

const BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

Deno.test("a browser that asks for what is not there gets a page that leads on", async () => {
  await using test = new TestApp();
  const response = await test.get("/no<where>", {
    headers: { accept: BROWSER },
  });
  assert.equal(response.status, 404);
  assert.match(response.headers.get("content-type")!, /^text\/html/);
  assert.match(response.headers.get("vary")!, /Accept/);
  const page = await response.text();
  assert.match(page, /There is nothing at \/no(%3C|&lt;)where(%3E|&gt;)\./);
  for (const path of ["/", "/passes", "/elements", "/status", "/docs"]) {
    assert.ok(page.includes(`href="${path}"`), path);
  }
});

Deno.test("who does not ask for a page gets a problem where nothing is", async () => {
  await using test = new TestApp();
  for (const accept of ["*/*", "application/json", "text/html;q=0"]) {
    const response = await test.get("/nowhere", { headers: { accept } });
    assert.equal(response.status, 404);
    assert.equal(
      (await response.json()).detail,
      "Cannot find /nowhere: /docs says what there is",
    );
  }
});

Deno.test("a browser that asks for what an API must refuse gets the problem itself", async () => {
  await using test = new TestApp();
  const response = await test.get("/api/v1/passes?limit=0", {
    headers: { accept: BROWSER },
  });
  assert.equal(response.status, 400);
  assert.match((await response.json()).detail, /limit must be/);
});
