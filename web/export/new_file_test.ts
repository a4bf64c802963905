import assert from "node:assert/strict";
import { join } from "node:path";
import { makeNewFile } from "./new_file.ts";

async function inFolder(test: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const filesOf = (folder: string) =>
  [...Deno.readDirSync(folder)].map(({ name }) => name);

Deno.test("makeNewFile() gives a file its name when it is whole", () =>
  inFolder(async (folder) => {
    const path = join(folder, "out");
    await makeNewFile(path, async (partialPath) => {
      await Deno.writeTextFile(partialPath, "all of it");
      assert.deepEqual(filesOf(folder), [`out.${Deno.pid}.partial`]);
    });
    assert.deepEqual(filesOf(folder), ["out"]);
    assert.equal(await Deno.readTextFile(path), "all of it");
  }));

Deno.test("makeNewFile() leaves nothing where writing fails", () =>
  inFolder(async (folder) => {
    await assert.rejects(
      makeNewFile(join(folder, "out"), async (partialPath) => {
        await Deno.writeTextFile(partialPath, "half of it");
        throw new Error("the disk is full");
      }),
      /the disk is full/,
    );
    assert.deepEqual(filesOf(folder), []);
  }));

Deno.test("makeNewFile() does not begin to write where there is a file", () =>
  inFolder(async (folder) => {
    const path = join(folder, "out");
    await Deno.writeTextFile(path, "mine");
    await assert.rejects(
      makeNewFile(path, () => assert.fail("it is written")),
      /must be a new file/,
    );
    assert.equal(await Deno.readTextFile(path), "mine");
  }));

Deno.test("makeNewFile() does not write over a file that came meanwhile", () =>
  inFolder(async (folder) => {
    const path = join(folder, "out");
    await assert.rejects(
      makeNewFile(path, async (partialPath) => {
        await Deno.writeTextFile(partialPath, "ours");
        await Deno.writeTextFile(path, "mine");
      }),
      /must be a new file/,
    );
    assert.deepEqual(filesOf(folder), ["out"]);
    assert.equal(await Deno.readTextFile(path), "mine");
  }));
