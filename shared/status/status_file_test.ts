import assert from "node:assert/strict";
import { join } from "node:path";
import { mountSmallDisk, smallDiskTest } from "../testdata/small_disk.ts";
import { readStatus, statusPath, writeStatus } from "./status_file.ts";
import { partitionOf, statusOf } from "./testdata/given_status.ts";

async function withFolder(
  test: (folder: string, path: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder, statusPath(join(folder, "projection.db")));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const partitions = (count: number) =>
  Array.from({ length: count }, (_, partition) => partitionOf({ partition }));

Deno.test("statusPath() is beside the projection's link", () => {
  assert.equal(statusPath("data/projection.db"), "data/projector_status.json");
});

Deno.test("readStatus() gives what was written last, and leaves no other file", () =>
  withFolder(async (folder, path) => {
    for (const count of [1, 100, 2]) {
      const status = statusOf({ partitions: partitions(count) });
      await writeStatus(path, status);
      assert.deepEqual(await readStatus(path), status);
    }
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    assert.deepEqual(names, ["projector_status.json"]);
  }));

Deno.test("readStatus() gives null for none, for half of one, and for one of another version", () =>
  withFolder(async (_folder, path) => {
    assert.equal(await readStatus(path), null);
    for (const text of ["", '{"version":2,', "null", '{"version":1}']) {
      await Deno.writeTextFile(path, text);
      assert.equal(await readStatus(path), null);
    }
  }));

Deno.test("readStatus() never sees half of one, while one after another is written", () =>
  withFolder(async (_folder, path) => {
    await writeStatus(path, statusOf());
    let isWriting = true;
    const writing = (async () => {
      for (let i = 0; i < 200; i++) {
        await writeStatus(path, statusOf({ partitions: partitions(i % 50) }));
      }
      isWriting = false;
    })();
    while (isWriting) assert.notEqual(await readStatus(path), null);
    await writing;
  }));

Deno.test("writeStatus() fails where it cannot write at all", () =>
  withFolder(async (folder) => {
    const path = join(folder, "nowhere", "projector_status.json");
    await assert.rejects(writeStatus(path, statusOf()), Deno.errors.NotFound);
  }));

smallDiskTest(
  "writeStatus() still tells how it is on a full disk",
  () =>
    withFolder(async (folder, path) => {
      using _disk = mountSmallDisk(folder, { sizeKiB: 64 });
      await writeStatus(path, statusOf({ partitions: partitions(60) }));
      const ballast = join(folder, "ballast");
      await Deno.writeFile(ballast, new Uint8Array(65_536)).catch(() => {});
      const trouble = { reason: "disk is full", sinceMs: 1 };
      const longer = statusOf({
        partitions: partitions(62),
        writingTrouble: trouble,
      });
      await writeStatus(path, longer);
      assert.deepEqual(await readStatus(path), longer);
      const shorter = statusOf({ partitions: [], writingTrouble: trouble });
      await writeStatus(path, shorter);
      assert.deepEqual(await readStatus(path), shorter);
    }),
);
