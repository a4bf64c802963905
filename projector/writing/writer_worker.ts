/// <reference lib="webworker" />
import type { TopicSatellites } from "../../shared/events/event_source.ts";
import { type Sqlite, sqliteErrorCode } from "../../shared/sqlite.ts";
import { DerivationFault } from "../derive/derived_rows.ts";
import { openWriter } from "./open_for_writing.ts";
import { ProjectionWriter } from "./projection_writer.ts";
import { retryDeadLetters } from "../dead_letters/retry_dead_letters.ts";
import type {
  FromWriter,
  ToWriter,
  WriterAnswer,
  WriterRequest,
} from "./writer_messages.ts";

/** SQLite in a thread of its own, so that reading the log goes on meanwhile. */
declare const self: DedicatedWorkerGlobalScope;

/** These pass when there is room again or a lock is given back. */
const PASSING = /^SQLITE_(FULL|BUSY|LOCKED|IOERR)/;
const RETRY_MS = 1000;

let db: Sqlite;
let writer: ProjectionWriter;
let topicSatellites: TopicSatellites;
const stopWaiting = Promise.withResolvers<void>();
let mayWait = true;

self.onmessage = async ({ data }: MessageEvent<ToWriter>) => {
  if (data.kind === "stop waiting") {
    mayWait = false;
    stopWaiting.resolve();
    return;
  }
  const answer = await answerTo(data).catch((error: Error): WriterAnswer => ({
    kind: "failed",
    reason: error.message,
  }));
  send(answer);
  if (answer.kind === "closed") self.close();
};

async function answerTo(request: WriterRequest): Promise<WriterAnswer> {
  switch (request.kind) {
    case "open":
      db = openWriter(request.path);
      writer = new ProjectionWriter(db, request.topics, request);
      topicSatellites = request.topicSatellites;
      return { kind: "opened", checkpoints: writer.checkpoints() };
    case "commit": {
      const { changes } = request;
      await untilWritten(() => writer.commit(changes, Date.now()));
      return { kind: "committed" };
    }
    case "retry": {
      const { after } = request;
      const retried = await untilWritten(() =>
        retryDeadLetters(db, writer, {
          after,
          topicSatellites,
          nowMs: Date.now(),
        })
      );
      return { kind: "retried", retried };
    }
    case "tidy":
      return await untilWritten(tidy);
    case "close":
      db.close();
      return { kind: "closed" };
    default:
      return request satisfies never;
  }
}

function tidy(): WriterAnswer {
  try {
    const found = writer.sealNext(Date.now()) || writer.deriveSome();
    return { kind: "tidied", found, trouble: null };
  } catch (error) {
    if (!(error instanceof DerivationFault)) throw error;
    return { kind: "tidied", found: true, trouble: error.message };
  }
}

// What failed has been rolled back: nothing of it is there, and all of it is
// written again until there is room.
async function untilWritten<T>(write: () => T): Promise<T> {
  for (;;) {
    try {
      return write();
    } catch (error) {
      const passes = PASSING.test(sqliteErrorCode(error) ?? "");
      if (!passes || !mayWait) throw error;
      send({ kind: "waiting", reason: (error as Error).message });
    }
    await Promise.race([
      new Promise((resolve) => setTimeout(resolve, RETRY_MS)),
      stopWaiting.promise,
    ]);
  }
}

function send(message: FromWriter): void {
  self.postMessage(message);
}
