import { sqliteErrorCode } from "../../shared/sqlite.ts";
import {
  type ControlAnswer,
  type ControlRequest,
  withControl,
} from "./control.ts";

const POLL_MS = 500;
const ANSWER_TIMEOUT_MS = 1000;

export interface AnswerOptions {
  /** Carries out a request and says what it did. */
  readonly carryOut: (request: ControlRequest) => Promise<string>;
  /** Told of a mailbox that cannot be used. */
  readonly report: (message: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Carries out what commands ask for, one request after another, until the
 * signal. Nothing that is wrong with the mailbox disturbs the projector: what
 * it cannot read now it reads later.
 */
export async function answerRequests(
  path: string,
  { carryOut, report, signal }: AnswerOptions,
): Promise<void> {
  let reported = "";
  while (!signal.aborted) {
    try {
      await answerAll(path, carryOut, signal);
      reported = "";
    } catch (error) {
      const { message } = error as Error;
      const isBusy = sqliteErrorCode(error)?.startsWith("SQLITE_BUSY") ?? false;
      if (!isBusy && message !== reported) {
        report(`Cannot read requests from ${path}: ${message}`);
        reported = message;
      }
    }
    await sleep(POLL_MS, signal);
  }
}

async function answerAll(
  path: string,
  carryOut: AnswerOptions["carryOut"],
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && exists(path)) {
    const request = withControl(path, 0, (control) => control.take(Date.now()));
    if (request === null) return;
    const answer = await answerTo(request, carryOut);
    withControl(path, ANSWER_TIMEOUT_MS, (control) => {
      control.answer(request.id, answer, Date.now());
    });
  }
}

async function answerTo(
  request: ControlRequest,
  carryOut: AnswerOptions["carryOut"],
): Promise<ControlAnswer> {
  try {
    return { done: true, message: await carryOut(request) };
  } catch (error) {
    return { done: false, message: (error as Error).message };
  }
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}
