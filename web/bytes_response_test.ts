import assert from "node:assert/strict";
import { bytesResponse } from "./bytes_response.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const NOTHING = new Uint8Array();
const piece = (...bytes: number[]) => new Uint8Array(bytes);

/** An answer of pieces, and how often it was ended. */
async function given(pieces: Iterator<Bytes>) {
  const ended = { times: 0 };
  const response = await bytesResponse(pieces, {
    headers: new Headers({ "content-type": "text/plain" }),
    onEnd: () => ended.times++,
  });
  return { response, ended };
}

Deno.test("bytesResponse() makes a short answer at once, and says its length", async () => {
  for (const pieces of [[], [NOTHING], [NOTHING, piece(1, 2), NOTHING]]) {
    const { response, ended } = await given(pieces.values());
    assert.equal(ended.times, 1);
    const bytes = await response.bytes();
    assert.equal(response.headers.get("content-length"), `${bytes.length}`);
    assert.equal(response.headers.get("content-type"), "text/plain");
    assert.deepEqual([...bytes], pieces.flatMap((piece) => [...piece]));
  }
});

Deno.test("bytesResponse() sends pieces as they are read, but not empty ones", async () => {
  let made = 0;
  const pieces = function* () {
    for (; made < 5; made++) {
      yield piece(made);
      yield NOTHING;
    }
  };
  const { response, ended } = await given(pieces());
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(made, 1, "no more than the first two are made");
  assert.equal(response.headers.get("content-length"), null);
  const chunks: number[][] = [];
  for await (const chunk of response.body!) {
    assert.ok(made - chunks.length <= 2, "no more is made than is read");
    chunks.push([...chunk]);
  }
  assert.deepEqual(chunks, [[0], [1], [2], [3], [4]]);
  assert.equal(ended.times, 1);
});

Deno.test("bytesResponse() throws what the first pieces throw, and ends", async () => {
  const ended = { times: 0 };
  const pieces = function* (): Generator<Bytes> {
    yield piece(1);
    throw new Error("no disk");
  };
  await assert.rejects(
    bytesResponse(pieces(), {
      headers: new Headers(),
      onEnd: () => ended.times++,
    }),
    /no disk/,
  );
  assert.equal(ended.times, 1);
});

Deno.test("bytesResponse() breaks off where a later piece throws, and ends", async () => {
  const pieces = function* () {
    for (let i = 0; i < 4; i++) yield piece(i);
    throw new Error("no disk");
  };
  const { response, ended } = await given(pieces());
  await assert.rejects(response.bytes(), /no disk/);
  assert.equal(ended.times, 1);
});

Deno.test("bytesResponse() ends the making of what nobody reads any more", async () => {
  let isOver = false;
  const pieces = function* () {
    try {
      for (;;) yield piece(1);
    } finally {
      isOver = true;
    }
  };
  const { response, ended } = await given(pieces());
  await response.body!.cancel();
  assert.ok(isOver);
  assert.equal(ended.times, 1);
});

Deno.test("bytesResponse() is ended once, though it is left while a piece is made", async () => {
  const pieces = function* () {
    yield piece(1);
    yield piece(2);
    const start = performance.now();
    // Long enough that others have their turn, in which the reader leaves.
    while (performance.now() - start < 10) yield NOTHING;
    yield piece(3);
  };
  const { response, ended } = await given(pieces());
  const reader = response.body!.getReader();
  await reader.read();
  await reader.read();
  const third = reader.read();
  await reader.cancel();
  assert.equal((await third).done, true);
  assert.equal(ended.times, 1);
});
