import assert from "node:assert/strict";
import { join } from "node:path";
import { freeBytesOf } from "./free_bytes.ts";
import { mountSmallDisk, smallDiskTest } from "./testdata/small_disk.ts";

smallDiskTest(
  "freeBytesOf() tells what is left on the disk of a folder",
  async () => {
    const folder = await Deno.makeTempDir();
    try {
      using _disk = mountSmallDisk(folder, { sizeKiB: 256 });
      assert.equal(freeBytesOf(folder), 256 * 1024);
      await Deno.writeFile(join(folder, "a"), new Uint8Array(64 * 1024));
      assert.equal(freeBytesOf(folder), 192 * 1024);
    } finally {
      await Deno.remove(folder);
    }
  },
);

Deno.test("freeBytesOf() knows nothing of a folder that is not there", () => {
  assert.equal(freeBytesOf("/nowhere/at/all"), null);
});

for (const kind of ["sys", "read"] as const) {
  Deno.test({
    name: `freeBytesOf() knows nothing without the permission ${kind}`,
    permissions: { sys: true, read: true, [kind]: false },
    fn: () => assert.equal(freeBytesOf("/"), null),
  });
}
