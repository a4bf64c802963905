import assert from "node:assert/strict";
import { openSqlite } from "../../shared/sqlite.ts";
import { answerRequests } from "./answer_requests.ts";
import { askProjector } from "./ask_projector.ts";
import { type ControlRequest, withControl } from "./control.ts";
import { TempFolder, waitUntil } from "../testdata/temp_folder.ts";

/** Answers requests until disposed of. */
function startAnswering(
  path: string,
  carryOut: (request: ControlRequest) => Promise<string>,
) {
  const stop = new AbortController();
  const reports: string[] = [];
  const answering = answerRequests(path, {
    carryOut,
    report: (message) => reports.push(message),
    signal: stop.signal,
  });
  return {
    reports,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await answering;
    },
  };
}

const ask = (path: string, kind: string, timeoutMs = 5000) =>
  askProjector(path, { kind, payload: "please" }, { timeoutMs });

const countRequests = (path: string) => {
  const db = openSqlite(path);
  try {
    return db.prepare("SELECT count(*) FROM requests").pluck().get();
  } finally {
    db.close();
  }
};

Deno.test("askProjector() gives the answer, and leaves nothing in the mailbox", async () => {
  await using folder = await TempFolder.make();
  const path = folder.control;
  await using _ = startAnswering(
    path,
    ({ kind, payload }) => Promise.resolve(`${kind}: ${payload}`),
  );
  assert.equal(await ask(path, "sing"), "sing: please");
  assert.equal(countRequests(path), 0);
});

Deno.test("askProjector() says that none runs, and takes the request back", async () => {
  await using folder = await TempFolder.make();
  await assert.rejects(ask(folder.control, "sing", 200), {
    message: "Cannot sing as a projector must be running to do it: none has " +
      `looked into ${folder.control} within 0.2 s`,
  });
  assert.equal(countRequests(folder.control), 0);
});

Deno.test("askProjector() waits on for what has been taken in time", async () => {
  await using folder = await TempFolder.make();
  await using _ = startAnswering(folder.control, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return "done at last";
  });
  assert.equal(await ask(folder.control, "sing", 1000), "done at last");
});

Deno.test("askProjector() tells why it could not be done", async () => {
  await using folder = await TempFolder.make();
  await using _ = startAnswering(
    folder.control,
    () => Promise.reject(new Error("there is no voice")),
  );
  await assert.rejects(ask(folder.control, "sing"), {
    message: "Cannot sing: there is no voice",
  });
});

Deno.test("answerRequests() carries out one request after another", async () => {
  await using folder = await TempFolder.make();
  let isBusy = false;
  await using _ = startAnswering(folder.control, async ({ kind }) => {
    assert.ok(!isBusy);
    isBusy = true;
    await new Promise((resolve) => setTimeout(resolve, 30));
    isBusy = false;
    return kind;
  });
  const kinds = ["a", "b", "c"];
  const answers = await Promise.all(kinds.map((k) => ask(folder.control, k)));
  assert.deepEqual(answers, kinds);
});

Deno.test("answerRequests() carries out what a projector before it has taken and not answered", async () => {
  await using folder = await TempFolder.make();
  const path = folder.control;
  const asked = ask(path, "sing");
  withControl(path, 1000, (control) => control.take(0));
  await using _ = startAnswering(path, () => Promise.resolve("sung"));
  assert.equal(await asked, "sung");
});

Deno.test("answerRequests() is not disturbed by a mailbox that is locked, broken or deleted", async () => {
  await using folder = await TempFolder.make();
  const path = folder.control;
  await Deno.writeTextFile(path, "x".repeat(5000));
  await using answering = startAnswering(
    path,
    ({ kind }) => Promise.resolve(kind),
  );
  await waitUntil("it tells", () => answering.reports.length === 1);
  assert.match(
    answering.reports[0]!,
    /^Cannot read requests from .*: file is not/,
  );
  await new Promise((resolve) => setTimeout(resolve, 1100));
  assert.equal(answering.reports.length, 1);

  await Deno.remove(path);
  assert.equal(await ask(path, "after deleting"), "after deleting");

  const db = openSqlite(path);
  db.exec("BEGIN EXCLUSIVE");
  await new Promise((resolve) => setTimeout(resolve, 700));
  db.exec("ROLLBACK");
  db.close();
  assert.equal(await ask(path, "after locking"), "after locking");
  assert.equal(answering.reports.length, 1);
});

Deno.test("requests that nobody waits for are forgotten after a day", async () => {
  await using folder = await TempFolder.make();
  const request = { kind: "sing", payload: "" };
  withControl(folder.control, 1000, (control) => {
    control.leave(request, 0);
    control.leave(request, 86_400_000);
  });
  assert.equal(countRequests(folder.control), 2);
  withControl(
    folder.control,
    1000,
    (control) => control.leave(request, 86_400_001),
  );
  assert.equal(countRequests(folder.control), 2);
});
