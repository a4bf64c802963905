import { type ControlRequest, withControl } from "./control.ts";

const POLL_MS = 100;
const BUSY_TIMEOUT_MS = 5_000;

export interface AskOptions {
  /** How long the projector may take to look into the mailbox. */
  readonly timeoutMs: number;
}

/**
 * Asks the running projector to do something, and waits until it has done it.
 *
 * @returns What it did.
 * @throws {Error} If none runs, or if it could not do it.
 */
export async function askProjector(
  path: string,
  request: ControlRequest,
  { timeoutMs }: AskOptions,
): Promise<string> {
  const deadlineMs = Date.now() + timeoutMs;
  const id = withControl(
    path,
    BUSY_TIMEOUT_MS,
    (control) => control.leave(request, Date.now()),
  );
  let isTaken = false;
  for (;;) {
    const answer = withControl(
      path,
      BUSY_TIMEOUT_MS,
      (control) => control.collect(id),
    );
    if (answer?.done) return answer.message;
    if (answer !== null) {
      throw new Error(`Cannot ${request.kind}: ${answer.message}`);
    }
    if (!isTaken && Date.now() > deadlineMs) {
      isTaken = !withControl(
        path,
        BUSY_TIMEOUT_MS,
        (control) => control.withdraw(id),
      );
      if (!isTaken) {
        throw new Error(
          `Cannot ${request.kind} as a projector must be running to do it: ` +
            `none has looked into ${path} within ${timeoutMs / 1000} s`,
        );
      }
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
