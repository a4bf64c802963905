import assert from "node:assert/strict";
import { join } from "node:path";
import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import { encodeEvent } from "../../shared/events/event.ts";
import { readStatus, statusPath } from "../../shared/status/status_file.ts";
import { NOW_MS, positions } from "../testdata/given_projection.ts";
import {
  type RunningProcess,
  startProjector,
} from "../testdata/projector_process.ts";
import { TempFolder, waitUntil } from "../testdata/temp_folder.ts";

async function append(folder: TempFolder, fromMs: number, count: number) {
  const log = await openEventLog(folder.eventLog);
  await log.append(
    "a_topic",
    Array.from({ length: count }, (_, i) => ({
      key: null,
      value: encodeEvent(positions({ timeMs: NOW_MS + fromMs + i })),
      timestampMs: NOW_MS,
    })),
  );
  await log.close();
}

/** Starts a projector that serves its status; gives the address. */
async function start(folder: TempFolder): Promise<[RunningProcess, string]> {
  const projector = startProjector(folder, { STATUS_PORT: "0" });
  const address = () => /http:\/\/127\.0\.0\.1:\d+/.exec(projector.said)?.[0];
  await waitUntil("it serves", () => address() !== undefined);
  return [projector, address()!];
}

async function waitForMetric(url: string, line: string): Promise<void> {
  let text = "";
  await waitUntil(`${line} is told`, async () => {
    text = await (await fetch(`${url}/metrics`)).text();
    return text.includes(`\ngroundtrack_projector_${line}\n`);
  }).catch((error) => assert.fail(`${error.message}, but:\n${text}`));
}

/** Waits until it is ready, or not for a reason like that. */
async function waitForReady(url: string, reason: RegExp | null) {
  let text = "";
  await waitUntil(`ready but for ${reason}`, async () => {
    const response = await fetch(`${url}/readyz`);
    text = await response.text();
    return reason === null ? response.ok : reason.test(text);
  }).catch((error) => assert.fail(`${error.message}, but: ${text}`));
}

async function stop(projector: RunningProcess): Promise<void> {
  projector.kill("SIGTERM");
  assert.equal(await projector.ended(), 0, projector.said);
}

/** Moves the log's files from one folder to another. */
async function moveLog(from: string, to: string): Promise<void> {
  for (const name of ["events.db", "events.db-wal", "events.db-shm"]) {
    await Deno.rename(join(from, name), join(to, name)).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }
}

Deno.test("a projector is ready while its log can be reached, and says so wherever it is asked", async () => {
  await using folder = await TempFolder.make();
  await append(folder, 0, 3);
  const [projector, url] = await start(folder);
  await using _running = projector;
  const partition = '{topic="a_topic",partition="0"}';
  await waitForMetric(url, `next_offset${partition} 3`);
  await waitForMetric(url, `lag_records${partition} 0`);
  await waitForMetric(url, "log_connected 1");
  await waitForReady(url, null);
  // Which takes a permission.
  assert.match(
    await (await fetch(`${url}/metrics`)).text(),
    /^groundtrack_projector_disk_free_bytes{holds="event_log,projection"} \d+$/m,
  );

  const away = await Deno.makeTempDir({ dir: folder.path });
  await moveLog(folder.data, away);
  await waitForReady(url, /The log cannot be reached: .*is not there any more/);
  await waitForMetric(url, "log_connected 0");
  await waitForMetric(url, 'warnings{kind="log_unreachable"} 1');
  // How far it is stands; where the log ends is not known any more.
  await waitForMetric(url, `next_offset${partition} 3`);
  assert.doesNotMatch(
    await (await fetch(`${url}/metrics`)).text(),
    /^groundtrack_projector_(end_offset|lag)/m,
  );
  await waitUntil("the web app can know", async () => {
    const status = await readStatus(statusPath(folder.link));
    return status!.logTrouble !== null;
  });

  await moveLog(away, folder.data);
  // Where it was asked meanwhile, it is back with the next answer.
  await waitForReady(url, null);
  await waitForMetric(url, `lag_seconds${partition} 0`);
  await stop(projector);
  const status = await readStatus(statusPath(folder.link));
  assert.deepEqual([status!.hasStopped, status!.logTrouble], [true, null]);
});

Deno.test("a projector is not ready while nothing of the log can be read on, and tells how far behind it falls", async () => {
  await using folder = await TempFolder.make();
  const partition = '{topic="a_topic",partition="0"}';
  await append(folder, 0, 3);
  {
    const [projector, url] = await start(folder);
    await using _running = projector;
    await waitForMetric(url, `next_offset${partition} 3`);
    await stop(projector);
  }
  const away = await Deno.makeTempDir({ dir: folder.path });
  await moveLog(folder.data, away);
  await append(folder, 100, 8);
  for (const lag of [5, 9]) {
    const [projector, url] = await start(folder);
    await using _running = projector;
    await waitForMetric(url, `lag_records${partition} ${lag}`);
    await waitForMetric(url, `partition_halted${partition} 1`);
    await waitForReady(url, /Every partition has halted/);
    assert.equal((await (await fetch(`${url}/healthz`)).json()).status, "ok");
    await stop(projector);
    await append(folder, 200, 4);
  }
});

Deno.test("a projector says what to do about a status port that is taken", async () => {
  await using folder = await TempFolder.make();
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = taken.addr;
  await using projector = startProjector(folder, { STATUS_PORT: `${port}` });
  assert.equal(await projector.ended(), 1);
  assert.match(projector.said, /set STATUS_PORT to another\n$/);
});
