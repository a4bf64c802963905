import assert from "node:assert/strict";
import { join } from "node:path";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import {
  mountSmallDisk,
  smallDiskTest,
} from "../shared/testdata/small_disk.ts";
import { checksumsOfLog, countRecords } from "./testdata/clean_projection.ts";
import { requireAllAccountedFor } from "./testdata/given_projection.ts";
import { startProjector } from "./testdata/projector_process.ts";
import { createRandom } from "./random.ts";
import { randomHours } from "./testdata/random_records.ts";
import { TempFolder, waitUntil } from "./testdata/temp_folder.ts";

const DISK_KIB = 16 * 1024;
/** What is left of it at first, for less than the log gives. */
const ROOM_KIB = 768;

/**
 * Registers a test in a folder whose log needs more room than the disk of its
 * projection has, until room is made.
 */
function fullDiskTest(
  name: string,
  test: (folder: TempFolder, makeRoom: () => Promise<void>) => Promise<void>,
): void {
  smallDiskTest(name, async () => {
    await using folder = await TempFolder.make("data/disk/projection.db");
    const path = join(folder.data, "disk");
    await Deno.mkdir(path);
    using _disk = mountSmallDisk(path, { sizeKiB: DISK_KIB });
    const ballast = join(path, "ballast");
    const bytes = (DISK_KIB - ROOM_KIB) * 1024;
    await Deno.writeFile(ballast, new Uint8Array(bytes));
    const log = await openEventLog(folder.eventLog);
    await log.append("a_topic", randomHours(createRandom(1), 60));
    await log.close();
    await test(folder, () => Deno.remove(ballast));
  });
}

fullDiskTest(
  "a full disk makes the projector wait, and say so; with room again it goes on by itself",
  async (folder, makeRoom) => {
    await using projector = startProjector(folder);
    const waiting =
      /ERROR Cannot write to data\/disk\/projection-[0-9a-f]+\.db, trying until I can: database or disk is full\n/;
    await waitUntil("it waits", () => waiting.test(projector.said));
    folder.readProjection(requireAllAccountedFor);
    // It tries again several times meanwhile, and says so once.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.equal(projector.said.match(/ERROR/g)?.length, 1, projector.said);

    await makeRoom();
    await waitUntil(
      "it goes on",
      () => /Writing .* again/.test(projector.said),
    );
    const records = await countRecords(folder.eventLog);
    await waitUntil(
      "all is read",
      () =>
        folder.readProjection((db) =>
          db.prepare("SELECT sum(records_read) FROM checkpoints").pluck().get()
        ) === records,
    );
    projector.kill("SIGTERM");
    assert.equal(await projector.ended(), 0, projector.said);
    folder.readProjection(requireAllAccountedFor);
    assert.deepEqual(
      folder.checksums(),
      await checksumsOfLog(folder.eventLog),
    );
  },
);

fullDiskTest(
  "a projector that waits for room on the disk can be ended",
  async (folder) => {
    await using projector = startProjector(folder);
    await waitUntil("it waits", () => projector.said.includes("ERROR"));
    projector.kill("SIGTERM");
    assert.equal(await projector.ended(), 1);
    assert.match(
      projector.said,
      /Cannot write data\/disk\/projection-[0-9a-f]+\.db: database or disk is full\. /,
    );
    folder.readProjection(requireAllAccountedFor);
  },
);
