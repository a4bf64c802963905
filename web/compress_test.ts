import assert from "node:assert/strict";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import {
  at,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "./testdata/given_positions.ts";
import { TestApp } from "./testdata/test_app.ts";

const POSITIONS = "/api/v1/positions";
const HOUR = `${POSITIONS}?from=${at(0)}&to=${at(3_600)}`;
const DECODERS: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  zstd: zstdDecompressSync,
  gzip: gunzipSync,
};

const givenHour = () => TestApp.given(positionsOf(TERRA, 0, 3_600));

function accepting(encoding: string): RequestInit {
  return { headers: { "accept-encoding": encoding } };
}

for (
  const [accepted, encoding] of [
    ["gzip, deflate, br, zstd", "zstd"],
    ["gzip, deflate, br", "gzip"],
    ["zstd;q=0.5, gzip", "gzip"],
    ["ZSTD", "zstd"],
    ["*", "zstd"],
    ["zstd;q=0, *", "gzip"],
    ["gzip;q=0, identity", null],
    ["br, deflate", null],
    ["", null],
  ] as const
) {
  Deno.test(`an answer is compressed by ${encoding} for who accepts "${accepted}"`, async () => {
    await using test = await givenHour();
    const plain = await (await test.get(HOUR)).bytes();
    const response = await test.get(HOUR, accepting(accepted));
    assert.equal(response.headers.get("content-encoding"), encoding);
    const bytes = await response.bytes();
    if (encoding === null) return assert.deepEqual(bytes, plain);
    assert.ok(bytes.length < plain.length / 2);
    assert.equal(response.headers.get("content-length"), `${bytes.length}`);
    assert.deepEqual(new Uint8Array(DECODERS[encoding]!(bytes)), plain);
  });
}

for (const encoding of ["zstd", "gzip"]) {
  for (const format of ["csv", "ndjson"]) {
    Deno.test(`a long answer is compressed by ${encoding} as it comes, as ${format}`, async () => {
      await using test = await TestApp.given(positionsOf(TERRA, 0, 30_000));
      const path = `${POSITIONS}?from=${at(0)}&to=${
        at(30_000)
      }&format=${format}`;
      const plain = await (await test.get(path)).bytes();
      const response = await test.get(path, accepting(encoding));
      assert.equal(response.headers.get("content-encoding"), encoding);
      assert.equal(response.headers.get("content-length"), null);
      const bytes = DECODERS[encoding]!(await response.bytes());
      assert.deepEqual(new Uint8Array(bytes), plain);
    });
  }
}

Deno.test("what is compressed for some says so to all that may keep it", async () => {
  await using test = await givenHour();
  for (const encoding of ["", "zstd", "gzip"]) {
    const { headers, body } = await test.get(HOUR, accepting(encoding));
    assert.equal(headers.get("vary"), "Accept, Accept-Encoding");
    await body?.cancel();
  }
});

Deno.test("short answers, streams and binary are not compressed", async () => {
  await using test = await givenHour();
  for (
    const path of [
      "/healthz",
      "/api/v1/satellites",
      `${POSITIONS}?from=${at(0)}&to=${at(10)}`,
      `${POSITIONS}?points=0`,
      `${HOUR}&format=binary`,
      `/api/v1/stream?from=${at(0)}&to=${at(3_600)}`,
    ]
  ) {
    const { headers, body } = await test.get(path, accepting("zstd, gzip"));
    assert.equal(headers.get("content-encoding"), null);
    await body?.cancel();
  }
});

Deno.test("HEAD is answered with the headers that GET has, and no body", async () => {
  await using test = await givenHour();
  const get = await test.get(HOUR, accepting("zstd"));
  const head = await test.get(HOUR, { ...accepting("zstd"), method: "HEAD" });
  for (const name of ["content-encoding", "content-type", "vary"]) {
    assert.equal(head.headers.get(name), get.headers.get(name));
  }
  assert.equal(head.headers.get("content-length"), null);
  assert.equal(await head.text(), "");
  await get.body?.cancel();
});

Deno.test("a page's file has the same tag compressed, as a weak one, and is not sent again", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const path = "/";
  const plain = await test.get(path);
  const etag = plain.headers.get("etag")!;
  await plain.body?.cancel();
  const response = await test.get(path, accepting("zstd"));
  assert.equal(response.headers.get("content-encoding"), "zstd");
  assert.equal(response.headers.get("etag"), `W/${etag}`);
  await response.body?.cancel();
  const again = await test.get(path, {
    headers: { "accept-encoding": "zstd", "if-none-match": `W/${etag}` },
  });
  assert.equal(again.status, 304);
  assert.equal(again.body, null);
  assert.match(again.headers.get("vary")!, /Accept-Encoding/);
  assert.equal(again.headers.get("content-encoding"), null);
});
