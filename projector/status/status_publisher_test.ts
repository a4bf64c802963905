import assert from "node:assert/strict";
import { readStatus } from "../../shared/status/status_file.ts";
import { statusOf } from "../../shared/status/testdata/given_status.ts";
import { StatusPublisher } from "./status_publisher.ts";
import { TempFolder, waitUntil } from "../testdata/temp_folder.ts";

const never = (message: string) => assert.fail(message);

Deno.test("StatusPublisher writes at once, again and again, and a last time that it has stopped", async () => {
  await using folder = await TempFolder.make();
  const path = `${folder.data}/projector_status.json`;
  let updatedMs = 1;
  const read = () => statusOf({ updatedMs });
  const publisher = new StatusPublisher(path, read, never);
  const isWritten = async () =>
    (await readStatus(path))?.updatedMs === updatedMs;
  await waitUntil("it is written", isWritten);
  updatedMs = 2;
  await waitUntil("it is written again", isWritten, 5_000);
  updatedMs = 3;
  await publisher.stop();
  assert.deepEqual(
    await readStatus(path),
    statusOf({ updatedMs: 3, hasStopped: true }),
  );
});

Deno.test("StatusPublisher tells once that it cannot write, and goes on", async () => {
  await using folder = await TempFolder.make();
  const path = `${folder.data}/later/projector_status.json`;
  const failures: string[] = [];
  const publisher = new StatusPublisher(
    path,
    statusOf,
    (message) => failures.push(message),
  );
  await waitUntil("it fails", () => failures.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await Deno.mkdir(`${folder.data}/later`);
  await publisher.stop();
  assert.equal(failures.length, 1);
  assert.match(
    failures[0]!,
    /^Cannot tell my status in .*projector_status\.json: /,
  );
  assert.equal((await readStatus(path))?.hasStopped, true);
});
