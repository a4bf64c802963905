import assert from "node:assert/strict";
import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import { encodeEvent, type Event } from "../../shared/events/event.ts";
import { NOW_MS, positions } from "./given_projection.ts";
import type { RunningProcess } from "./projector_process.ts";
import { type TempFolder, waitUntil } from "./temp_folder.ts";

/** Appends records to the log of a folder: events, or anything else. */
export async function append(
  folder: TempFolder,
  topic: string,
  values: readonly (Event | string)[],
): Promise<void> {
  const log = await openEventLog(folder.eventLog);
  await log.append(
    topic,
    values.map((value) => ({
      key: null,
      value: typeof value === "string"
        ? new TextEncoder().encode(value)
        : encodeEvent(value),
      timestampMs: NOW_MS,
    })),
  );
  await log.close();
}

/** Events of one position each, a millisecond apart. */
export const numbered = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) => positions({ timeMs: NOW_MS + from + i }),
  );

/** How many records the projection in use is made from. */
export function recordsRead(folder: TempFolder): number {
  return folder.readProjection((db) =>
    db.prepare<[], number>(
      "SELECT coalesce(sum(records_read), 0) FROM checkpoints",
    ).pluck().get()!
  ) ?? 0;
}

/** Waits until a projector has read so many records, no more, and is in use. */
export async function waitUntilRead(
  folder: TempFolder,
  records: number,
): Promise<void> {
  await waitUntil(
    `${records} records are read`,
    () => folder.isInUse && recordsRead(folder) >= records,
  );
  assert.equal(recordsRead(folder), records);
}

/** Ends a projector as the task runner does. */
export async function stop(projector: RunningProcess): Promise<void> {
  projector.kill("SIGTERM");
  assert.equal(await projector.ended(), 0, projector.said);
}
