import type { LogPosition } from "../../shared/event_log/event_log.ts";
import type { ControlRequest } from "./control.ts";
import {
  type CurrentProjection,
  USE_PROJECTION,
} from "../current_projection.ts";
import type { WriterThread } from "../writing/writer_thread.ts";

/**
 * Does what a command asked for; returns what it did, for people.
 *
 * @throws {Error} If it cannot be done, or is nothing that this version does.
 */
export async function carryOutRequest(
  { kind, payload }: ControlRequest,
  current: Pick<CurrentProjection, "askFor"> & {
    readonly writer: Promise<Pick<WriterThread, "retryDeadLetters">>;
  },
): Promise<string> {
  switch (kind) {
    case "retry dead letters":
      return await retryAll(await current.writer);
    case USE_PROJECTION:
      return await current.askFor(payload);
    default:
      throw new Error(
        `this projector must know what to do: current value is ` +
          JSON.stringify(kind),
      );
  }
}

async function retryAll(
  writer: Pick<WriterThread, "retryDeadLetters">,
): Promise<string> {
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
