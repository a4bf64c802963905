import assert from "node:assert/strict";
import { WatchListReader } from "./watch_list_reader.ts";

Deno.test("WatchListReader reads a file anew when it changes, and keeps what it held while it is gone", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/watch.txt`;
  const reader = new WatchListReader(path);
  const read = async () => {
    const { entries, problems } = await reader.read();
    return [entries.map(({ word }) => word), problems.length];
  };
  try {
    assert.deepEqual(await read(), [[], 1]);
    await Deno.writeTextFile(path, "25544");
    assert.deepEqual(await read(), [["25544"], 0]);
    await Deno.writeTextFile(path, "27424");
    assert.deepEqual(await read(), [["27424"], 0]);
    await Deno.remove(path);
    assert.deepEqual(await read(), [["27424"], 1]);
    await Deno.writeTextFile(path, "");
    assert.deepEqual(await read(), [[], 0]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("WatchListReader watches nothing where there is to be no file", async () => {
  const { entries, problems } = await new WatchListReader(undefined).read();
  assert.deepEqual([entries, problems], [[], []]);
});
