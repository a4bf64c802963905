import type { LogPosition } from "../shared/event_log/event_log.ts";
import type { ControlRequest } from "./control.ts";
import type { WriterThread } from "./writer_thread.ts";

/**
 * Does what a command asked for; returns what it did, for people.
 *
 * @throws {Error} If it is nothing that this version can do.
 */
export async function carryOutRequest(
  { kind }: ControlRequest,
  writer: Pick<WriterThread, "retryDeadLetters">,
): Promise<string> {
  if (kind !== "retry dead letters") {
    throw new Error(
      `this projector must know what to do: current value is ` +
        JSON.stringify(kind),
    );
  }
  let [applied, failed] = [0, 0];
  let after: LogPosition | null = null;
  do {
    const retried = await writer.retryDeadLetters(after);
    applied += retried.applied;
    failed += retried.failed;
    after = retried.last;
  } while (after !== null);
  return `Applied ${applied} of ${applied + failed} dead letters` +
    (failed > 0 ? `; ${failed} still cannot be applied` : "");
}
