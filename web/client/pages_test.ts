import assert from "node:assert/strict";
import { pageOf, pages } from "./pages.ts";

Deno.test("pageOf() finds each page by its path, and the dashboard by any other", () => {
  for (const [page, path] of Object.entries(pages)) {
    assert.equal(pageOf(path), page);
  }
  assert.equal(pageOf("/nowhere"), "dashboard");
  assert.equal(pageOf("/passes/"), "dashboard");
});
