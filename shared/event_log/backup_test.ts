import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { newRecord, readAll, textsOf } from "./contract/contract_support.ts";
import { openSqliteEventLog } from "./sqlite/sqlite_event_log.ts";
import { makeTemporaryFolder } from "./sqlite/sqlite_test_support.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the command with the permissions that its task has. */
async function backUp(place: string, args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-q", "-P=backup", "--no-prompt"],
      ...["shared/event_log/backup.ts", ...args],
    ],
    cwd: ROOT,
    env: { EVENT_LOG: place, BOOTSTRAP_SERVERS: "" },
  }).output();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

Deno.test("backup copies the log, and says what it copied and how to go back to it", async () => {
  await using folder = await makeTemporaryFolder();
  const { path, logPath } = folder;
  const log = await openSqliteEventLog(logPath);
  await log.append("a", [newRecord("1"), newRecord("2")]);
  const to = `${path}/copy.db`;
  const { code, out, err } = await backUp(`sqlite:${logPath}`, [to]);
  assert.equal(err, "");
  assert.equal(code, 0);
  assert.match(
    out,
    /copy\.db, .* Topics: 1, records: 2, size: \d+ kB\.\nTo go back/,
  );
  const copy = await openSqliteEventLog(to);
  const texts = textsOf(await readAll(copy, { topics: ["*"] }));
  assert.deepEqual(texts, ["1", "2"]);
  await Promise.all([copy.close(), log.close()]);
});

Deno.test("backup tells in one line what it cannot do", async () => {
  await using folder = await makeTemporaryFolder();
  const { path, logPath } = folder;
  const ours = `sqlite:${logPath}`;
  const wrong: [string, string[], RegExp][] = [
    [ours, [], /one argument must be the copy's file.*value is ""/],
    [ours, ["a", "b"], /current value is "a b"/],
    [ours, [""], /one argument/],
    [ours, ["--help"], /one argument/],
    [ours, [`${path}/`], /one argument/],
    [ours, [`${path}/copy.db`], /events\.db as it must be there/],
    ["kafka://x:9092", [`${path}/copy.db`], /Kafka is copied by its own tools/],
    ["nonsense", [`${path}/copy.db`], /EVENT_LOG must be/],
  ];
  for (const [place, args, message] of wrong) {
    const { code, out, err } = await backUp(place, args);
    assert.match(err, message);
    assert.equal(err.trimEnd().split("\n").length, 1, err);
    assert.equal(out, "");
    assert.equal(code, 1);
  }
});
