import { findSatellites } from "../../shared/projection/find_satellites.ts";
import {
  joinLateRanges,
  LATE_RANGES_KEPT_MS,
  type LateRange,
  lateRangesSince,
} from "../../shared/projection/late_ranges.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  onSeveralTopics,
  readRecordings,
} from "../../shared/projection/recordings.ts";
import { LOOK_BACK_MS } from "./feed_reader.ts";
import { widenToHours } from "./hour_topics.ts";
import type { StreamId } from "./stream_id.ts";
import { LIVE_WINDOW_MS, type StreamSession } from "./stream_session.ts";

/**
 * Announces to one who resumes what was filled in, since its last event, of
 * what it had been sent: the ranges that were noted, and the last seconds, of
 * which no note is taken. All of its window, where notes cannot tell: after
 * another projection took the place of the one it knew, or when so much time
 * has passed that they are gone.
 */
export function sendMissed(session: StreamSession): void {
  const { request, deps } = session;
  const { resume, fromMs } = request;
  if (resume === null) return;
  using lease = deps.projections.lease();
  const { projection } = lease;
  const isTold = resume.projection === projection.id &&
    resume.timeMs > deps.nowMs() - LATE_RANGES_KEPT_MS;
  const noradIds = findSatellites(projection, { ...request, recorded: true });
  if (isTold) noteChanges(session, projection, resume, noradIds);
  else session.noteReplaced(noradIds);
  const endMs = session.endMs();
  if (fromMs === null && endMs - session.nextMs > LIVE_WINDOW_MS) {
    // Too much to be sent unasked.
    session.noteReplaced(noradIds);
    session.nextMs = endMs;
    return session.sendLate(endMs);
  }
  session.sendLate(resume.timeMs + 1);
}

function noteChanges(
  session: StreamSession,
  projection: Projection,
  { timeMs, revision }: StreamId,
  noradIds: readonly number[],
): void {
  const toMs = timeMs + 1;
  const lastSeconds = { fromMs: toMs - LOOK_BACK_MS, toMs };
  const several = readRecordings(
    projection,
    session.request.filter === null ? onSeveralTopics(projection) : noradIds,
  );
  const noted = lateRangesSince(
    projection.db,
    revision,
    session.request.filter?.noradIds,
  );
  const recent = noradIds.map((noradId) => ({ noradId, ...lastSeconds }));
  const alone: LateRange[] = [];
  const widened: LateRange[] = [];
  for (const range of [...noted, ...recent]) {
    const wide = widenToHours(range, several.get(range.noradId!) ?? []);
    (wide === range ? alone : widened).push(wide);
  }
  for (const ranges of [alone, widened]) {
    for (const range of joinLateRanges(ranges)) session.late.add(range);
  }
}
