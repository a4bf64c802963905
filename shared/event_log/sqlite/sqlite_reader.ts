import { setImmediate } from "node:timers";
import type {
  ConnectionChanged,
  ReadOptions,
  ReadResult,
} from "../event_log.ts";
import { explainFailure } from "./sqlite_log_errors.ts";
import type { SqliteLogFile } from "./sqlite_log_file.ts";
import { SqliteReadPlan } from "./sqlite_read_plan.ts";

/** How often a reader at the end looks for what other processes appended. */
const POLL_MS = 50;

/**
 * Reads from a log file. Every turn is one short, synchronous look at the
 * file, with the event loop free in between, and none leaves a transaction
 * open: a reader, however slow, never keeps the write-ahead log from being
 * emptied.
 */
export async function* readSqliteLog(
  file: SqliteLogFile,
  options: ReadOptions,
): AsyncGenerator<ReadResult> {
  const { signal } = options;
  const isOver = () => file.isClosed || (signal?.aborted ?? false);
  const isBounded = options.until !== "follow";
  if (isBounded) await file.ensureCurrent({ mustExist: true });
  let plan = new SqliteReadPlan(file, options);
  let changeMark: string | null = null;
  let lostReason: string | null = null;
  while (!isOver()) {
    // Once before the first turn, too: the file may have been replaced.
    while (!isBounded && (changeMark === null || plan.isAtEnd) && !isOver()) {
      if (lostReason !== null) changeMark = null;
      const reason = await waitForChange(file, plan, changeMark, signal);
      if (reason === null) break;
      if (reason !== lostReason) yield tellLost(reason);
      lostReason = reason;
      await file.waitForWake(POLL_MS, signal);
    }
    if (lostReason !== null || file.generation !== plan.generation) {
      if (lostReason === null) yield tellLost(tellReplaced(file));
      yield tellBack(file);
      lostReason = null;
      plan = plan.startAgain();
    }
    changeMark = await takeTurn(file, plan);
    yield* plan.takeResults();
    if (isBounded && plan.isAtEnd) return;
  }
}

/** Lets the plan read on; returns the mark by which a change is told. */
async function takeTurn(
  file: SqliteLogFile,
  plan: SqliteReadPlan,
): Promise<string> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  return await withExplanation(file, () =>
    file.retryWhileBusy(() => {
      // Meanwhile it may have been closed, or another file opened.
      if (file.isClosed || file.generation !== plan.generation) return "";
      const changeMark = file.findChangeMark();
      plan.readOn(changeMark);
      return changeMark;
    }));
}

/**
 * Waits until there may be more to read.
 *
 * @returns Null then; or at once why the file cannot be read at present.
 */
async function waitForChange(
  file: SqliteLogFile,
  plan: SqliteReadPlan,
  changeMark: string | null,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  while (!file.isClosed && !signal?.aborted) {
    if (file.generation !== plan.generation) return null;
    const state = file.findState();
    if (state === "missing") return `${file.path} is not there any more`;
    if (state === "replaced") {
      return await file.open({ mustExist: true })
        .then(() => null, (error: Error) => error.message);
    }
    const found = await withExplanation(
      file,
      () =>
        file.retryWhileBusy(() => file.isClosed ? "" : file.findChangeMark()),
    );
    if (found !== changeMark) return null;
    await file.waitForWake(POLL_MS, signal);
  }
  return null;
}

async function withExplanation<T>(
  file: SqliteLogFile,
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw explainFailure(error, {
      action: "read from the event log",
      path: file.path,
      isWrite: false,
    });
  }
}

function tellLost(reason: string): ConnectionChanged {
  return { kind: "connection", connected: false, reason };
}

function tellReplaced({ path }: SqliteLogFile): string {
  return `${path} is another file than before: the log was replaced, or ` +
    `deleted and made again`;
}

function tellBack({ path }: SqliteLogFile): ConnectionChanged {
  return {
    kind: "connection",
    connected: true,
    reason: `${path} was opened again; every partition is checked anew`,
  };
}
