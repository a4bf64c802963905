import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { TestApp } from "./testdata/test_app.ts";

const SCRIPT = new URL("client/dist/app.js", import.meta.url);

const PAGES = [
  ["/", "text/html; charset=utf-8", "static/index.html"],
  ["/header.css", "text/css; charset=utf-8", "static/header.css"],
  ["/favicon.svg", "image/svg+xml", "static/favicon.svg"],
  ["/favicon.ico", "image/svg+xml", "static/favicon.svg"],
] as const;

for (const [path, type, file] of PAGES) {
  Deno.test(`GET ${path} gives the page's ${file}`, async () => {
    await using test = new TestApp();
    const response = await test.get(path);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("content-type"), type);
    assert.equal(response.headers.get("cache-control"), "no-cache");
    assert.deepEqual(
      await response.bytes(),
      await Deno.readFile(new URL(file, import.meta.url)),
    );
  });
}

Deno.test("GET gives everything that the page names", async () => {
  await using test = new TestApp();
  const pages = await Promise.all(
    ["/", "/docs"].map(async (path) => await (await test.get(path)).text()),
  );
  const named = pages.flatMap((page) => [
    ...new Set(
      [...page.matchAll(/(?:href|src)="(\/[^"/]+\.\w+)"/g)]
        .map(([_, path]) => path!),
    ),
  ]);
  const styles = named.filter((path) => path.endsWith(".css"));
  const files = [...Deno.readDirSync(new URL("static", import.meta.url))]
    .filter(({ name }) => name.endsWith(".css")).map(({ name }) => `/${name}`);
  assert.deepEqual([...new Set(styles)].sort(), files.sort());
  for (const path of named) {
    if (path.endsWith(".js")) continue; // Made by a task, which the next tests.
    const response = await test.get(path);
    await response.body?.cancel();
    assert.equal(response.status, 200, path);
  }
});

Deno.test("GET app.js gives the page's script, or says how to make it", async () => {
  await using test = new TestApp();
  const response = await test.get("/app.js");
  const made = await Deno.stat(fileURLToPath(SCRIPT)).catch(() => null);
  const type = response.headers.get("content-type");
  const text = await response.text();
  if (made === null) {
    assert.equal(response.status, 404);
    assert.match(
      JSON.parse(text).detail,
      /make the page with `deno task page`/,
    );
  } else {
    assert.equal(response.status, 200);
    assert.equal(type, "text/javascript; charset=utf-8");
  }
  assert.deepEqual(test.errors, []);
});

Deno.test("GET answers 304 to a browser that has the file", async () => {
  await using test = new TestApp();
  for (const encoding of ["identity", "gzip"]) {
    const first = await test.get("/", {
      headers: { "accept-encoding": encoding },
    });
    await first.body?.cancel();
    const etag = first.headers.get("etag")!;
    assert.match(etag, encoding === "gzip" ? /^W\/"[\w-]+"$/ : /^"[\w-]+"$/);
    const second = await test.get("/", {
      headers: { "if-none-match": `"other", ${etag}` },
    });
    assert.equal(second.status, 304);
    assert.equal(second.body, null);
    assert.ok(second.headers.get("etag"));
  }
  const other = await test.get("/", {
    headers: { "if-none-match": '"other"' },
  });
  assert.equal(other.status, 200);
  await other.body?.cancel();
});
