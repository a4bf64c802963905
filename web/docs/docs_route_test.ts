import assert from "node:assert/strict";
import { OPENAPI } from "../openapi/openapi_route.ts";
import { TestApp } from "../testdata/test_app.ts";

const linksOf = (page: string) => {
  const nav = /<nav class="pages"[\s\S]*?<\/nav>/.exec(page)![0];
  return [...nav.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)]
    .map(([, href, text]) => `${text} ${href}`);
};

Deno.test("GET docs tells of every request, with its parameters and its examples", async () => {
  await using test = new TestApp();
  const response = await test.get("http://example.org:8050/docs");
  assert.equal(
    response.headers.get("content-type"),
    "text/html; charset=UTF-8",
  );
  const page = await response.text();
  for (const [path, { get }] of Object.entries(OPENAPI.paths)) {
    const start = page.indexOf(`id="${get.operationId}"`);
    const section = page.slice(start, page.indexOf("</section>", start));
    assert.ok(section.includes(`<code>${path}</code>`), path);
    for (const { name } of get.parameters) {
      assert.ok(
        section.includes(`<dt><code>${name}</code>`),
        `${path} ${name}`,
      );
    }
    for (const { address } of get["x-examples"]) {
      const written = address.replaceAll("&", "&amp;");
      assert.ok(section.includes(`href="${written}"`), address);
      const whole = `http://example.org:8050${written}`;
      assert.ok(section.includes(`&#39;${whole}&#39;`), whole);
    }
  }
});

Deno.test("GET docs has the links of the page", async () => {
  await using test = new TestApp();
  const [docs, page] = await Promise.all(
    ["/docs", "/"].map(async (path) => await (await test.get(path)).text()),
  );
  assert.deepEqual(linksOf(docs!), linksOf(page!));
});

Deno.test("GET docs writes what it is called by as text", async () => {
  await using test = new TestApp();
  const response = await test.get("http://a'b/docs");
  assert.ok(!(await response.text()).includes("'http://a'b"));
});
