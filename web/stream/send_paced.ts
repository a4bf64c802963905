import { sendRange } from "./send_range.ts";
import type { StreamSession } from "./stream_session.ts";

/** So much of the replay's own time is read ahead, in ms. */
const READ_AHEAD_MS = 5_000;

/**
 * Sends a range at its own pace, or so many times faster, until it ends or
 * has caught up with what is live. A gap takes the time that it took.
 */
export async function sendPaced(session: StreamSession): Promise<void> {
  const { client, bucketMs } = session;
  const speed = session.request.speed!;
  const startMs = session.nextMs;
  const started = performance.now();
  const waitFor = (timeMs: number) => {
    const dueMs = started + (timeMs - startMs) / speed;
    return client.sleep(dueMs - performance.now());
  };
  while (session.nextMs < session.endMs() && !client.isClosed) {
    // Whole buckets, so that none is thinned twice.
    const aheadMs = session.nextMs + READ_AHEAD_MS * speed;
    const bucket = bucketMs ?? 1;
    const bucketEndMs = (Math.floor(aheadMs / bucket) + 1) * bucket;
    const toMs = Math.min(bucketEndMs, session.endMs());
    await sendRange(session, { toMs, bucketMs, waitFor });
    if (session.nextMs === toMs) await waitFor(toMs);
  }
}
