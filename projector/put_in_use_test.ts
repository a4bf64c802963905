import assert from "node:assert/strict";
import { basename, join } from "node:path";
import {
  otherLink,
  readProjectionLink,
} from "../shared/projection/projection_link.ts";
import { createBeside } from "./writing/open_for_writing.ts";
import { putInUse } from "./put_in_use.ts";
import { TempFolder } from "./testdata/temp_folder.ts";

/** The files of a folder that are no links. */
function filesOf(folder: TempFolder): string[] {
  return [...Deno.readDirSync(folder.data)].filter(({ isFile }) => isFile)
    .map(({ name }) => name).sort();
}

Deno.test("putInUse() keeps the one before as the former one, and removes those before it with what lies beside them", async () => {
  await using folder = await TempFolder.make();
  const paths: string[] = [];
  for (const nowMs of [1, 2, 3]) {
    const path = createBeside(folder.link, nowMs);
    await Deno.writeTextFile(`${path}-wal`, "");
    await putInUse(folder.link, path);
    paths.push(path);
  }
  assert.equal(readProjectionLink(folder.link), paths[2]);
  const former = otherLink(folder.link, "former");
  assert.equal(readProjectionLink(former), paths[1]);
  const kept = paths.slice(1).map((path) => basename(path));
  assert.deepEqual(
    filesOf(folder),
    kept.flatMap((name) => [name, `${name}-wal`]).toSorted(),
  );
});

Deno.test("putInUse() of the one in use changes nothing", async () => {
  await using folder = await TempFolder.make();
  const one = createBeside(folder.link, 1);
  await putInUse(folder.link, one);
  const two = createBeside(folder.link, 2);
  await putInUse(folder.link, two);
  await putInUse(folder.link, two);
  const former = otherLink(folder.link, "former");
  assert.equal(readProjectionLink(folder.link), two);
  assert.equal(readProjectionLink(former), one);
});

Deno.test("putInUse() removes nothing of another link in the same folder, nor of anyone else", async () => {
  await using folder = await TempFolder.make();
  const other = createBeside(join(folder.data, "other.db"), 1);
  const mine = join(folder.data, "projection-notes.db");
  await Deno.writeTextFile(mine, "");
  const path = createBeside(folder.link, 2);
  await putInUse(folder.link, path);
  assert.deepEqual(
    filesOf(folder),
    [other, mine, path].map((file) => basename(file)).toSorted(),
  );
});
