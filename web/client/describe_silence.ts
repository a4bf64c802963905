import { type ConnectionFacts, isSilent } from "./feed/connection.ts";
import type { Moment } from "./feed/moment.ts";
import type { Recording } from "./feed/recording.ts";
import { formatTimeOfDay } from "./format.ts";
import { texts } from "./texts.ts";

/** What of the satellites shown does not come, while others do. */
export interface Silence {
  /** `1 of 3` */
  share: string;
  /** `since 12:03:10`: since when so many are. */
  since: string;
  /** The names of those that are. */
  names: string;
}

/**
 * Returns which satellites are silent while the connection is well; null where
 * none is, where none would be shown, or where nothing comes at all, which the
 * connection itself tells.
 */
export function describeSilence(
  { satellites }: Pick<Recording, "satellites">,
  facts: Pick<
    ConnectionFacts,
    "phase" | "newestMs" | "lagMs" | "patienceMs" | "lostSinceMs"
  >,
  { kind, nowMs }: Pick<Moment, "kind" | "nowMs">,
): Silence | null {
  const { phase, newestMs, lostSinceMs } = facts;
  if (kind !== "live" || phase !== "live" || lostSinceMs !== null) return null;
  if (newestMs === null || isSilent(facts, nowMs)) return null;
  // Counted from what came last: a stream that lags makes nobody silent.
  const silent = [...satellites.values()].filter(({ latest, gapAfterMs }) =>
    latest !== null && newestMs - latest.timeMs > gapAfterMs
  );
  if (silent.length === 0) return null;
  const sinceMs = Math.max(...silent.map(({ latest }) => latest!.timeMs));
  const words = texts.silence;
  return {
    share: words.share(silent.length, satellites.size),
    since: words.since(formatTimeOfDay(sinceMs, nowMs)),
    names: silent.map(({ info }) => info.name).join(", "),
  };
}
