import { createBreather } from "../../shared/breathe.ts";
import type { StreamSession } from "./stream_session.ts";

export interface RangeOptions {
  /** Where the range ends; it begins where the stream is. */
  readonly toMs: number;
  /** Null for all that was recorded. */
  readonly bucketMs: number | null;
  /** Resolves when it is time for a frame; by default that is at once. */
  readonly waitFor?: (timeMs: number) => Promise<void>;
}

/**
 * Sends what was recorded up to an instant, no faster than the client reads,
 * and then what was filled in meanwhile. Breaks off where another projection
 * takes the place of the one that is read.
 */
export async function sendRange(
  session: StreamSession,
  { toMs, bucketMs, waitFor }: RangeOptions,
): Promise<void> {
  const { client } = session;
  const breathe = createBreather();
  for await (const { frames, gaps } of session.read(toMs, bucketMs)) {
    for (const frame of frames) {
      await frame.prepare();
      await waitFor?.(frame.timeMs);
      await client.ready();
      if (client.isClosed || session.isStale) return;
      session.sendRecorded(frame);
      await breathe();
    }
    if (waitFor === undefined) session.sendGaps(gaps);
  }
  session.nextMs = toMs;
  session.sendLate(toMs);
}

/**
 * Sends the range at once and then what comes live. While a range is sent
 * live goes on: so what has come meanwhile is read as a range too, until none
 * is left. Nothing is awaited between finding that and being live, so that
 * the seam loses nothing and doubles nothing.
 */
export async function sendRangeThenLive(
  session: StreamSession,
): Promise<void> {
  let { bucketMs } = session;
  while (session.nextMs < session.endMs() && !session.client.isClosed) {
    const toMs = session.endMs();
    await sendRange(session, { toMs, bucketMs });
    // The rest would have come live, where nothing is thinned.
    if (session.nextMs === toMs) bucketMs = null;
  }
  if (session.isOver()) session.end();
  else session.goLive();
}
