import { setTimeout as sleep } from "node:timers/promises";
import { withControl } from "../requests/control.ts";
import { USE_PROJECTION } from "../current_projection.ts";

const POLL_MS = 100;
const BUSY_TIMEOUT_MS = 5_000;

/** A projector that has taken a request and lives answers within this. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * Takes back what a replay that was killed has left in the mailbox, and waits
 * for what the projector is carrying out of it: else it would put a projection
 * in use later, perhaps the one that is written here. For the holder of the
 * replay's lock, since nobody else asks for that.
 */
export async function takeBackRequests(
  path: string,
  { answerWithinMs = ANSWER_WITHIN_MS } = {},
): Promise<void> {
  const deadlineMs = performance.now() + answerWithinMs;
  const isTaken = () =>
    withControl(
      path,
      BUSY_TIMEOUT_MS,
      (control) =>
        control.withdrawAll(USE_PROJECTION, {
          // Of a projector that is gone; the next one would take it again.
          alsoTaken: performance.now() > deadlineMs,
        }),
    );
  while (isTaken()) await sleep(POLL_MS);
}
