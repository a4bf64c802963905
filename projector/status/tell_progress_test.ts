import assert from "node:assert/strict";
import { EventLogError } from "../../shared/event_log/event_log.ts";
import { StatusBoard } from "./status_board.ts";
import {
  batchOf,
  GivenProjection,
  positions,
} from "../testdata/given_projection.ts";
import { waitUntil } from "../testdata/temp_folder.ts";
import { tellProgress } from "./tell_progress.ts";

type Told = { reader: string; checkpoints: readonly unknown[] };

async function tell(
  given: GivenProjection,
  answer: () => Promise<void>,
  until: (told: readonly Told[]) => boolean,
): Promise<{ told: Told[]; reports: string[] }> {
  const board = new StatusBoard(given.db, {
    eventLog: "kafka://broker:9092",
    nowMs: () => 0,
  });
  board.noteTopics([]);
  const [told, reports]: [Told[], string[]] = [[], []];
  const stop = new AbortController();
  const telling = tellProgress({
    log: {
      noteProgress: (reader, checkpoints) => {
        told.push({ reader, checkpoints });
        return answer();
      },
    },
    board,
    report: (message, level) => reports.push(`${level}: ${message}`),
  }, { signal: stop.signal, tellEachMs: 1 });
  await waitUntil("the log is told", () => until(told));
  stop.abort();
  await telling;
  return { told, reports };
}

const BATCH = batchOf("terra_topic", 0, [positions({}), "not an event"]);

Deno.test("tellProgress() tells what is committed, again and again", async () => {
  using given = new GivenProjection();
  given.apply([BATCH]);
  const { told } = await tell(
    given,
    () => Promise.resolve(),
    (told) => told.length > 2,
  );
  assert.deepEqual(told[0], {
    reader: "groundtrack-projector-test",
    checkpoints: [{ topic: "terra_topic", partition: 0, nextOffset: 2 }],
  });
});

Deno.test("tellProgress() tells people once where the log does not take it", async () => {
  using given = new GivenProjection();
  given.apply([BATCH]);
  const refuse = () =>
    Promise.reject(new EventLogError("Cannot commit offsets."));
  const { reports } = await tell(given, refuse, (told) => told.length > 8);
  assert.deepEqual(reports, [
    "warning: Cannot commit offsets. Only the log's own tools miss it.",
  ]);
});
