import {
  type ConnectionFacts,
  isSilent,
  lostAfterMs,
  wellWithinMs,
} from "./feed/connection.ts";
import type { Moment } from "./feed/moment.ts";
import { formatTimeOfDay } from "./format.ts";
import { texts } from "./texts.ts";

/**
 * Returns what keeps the page from showing all of now, and what becomes of it:
 * a sentence each, without running numbers.
 *
 * @param unrecorded Satellites that were asked for, and that the server does
 *   not know among others that it does.
 */
export function describeTroubles(
  facts: Pick<
    ConnectionFacts,
    | "lostSinceMs"
    | "phase"
    | "lagMs"
    | "newestMs"
    | "patienceMs"
    | "unavailable"
  >,
  moment: Pick<Moment, "kind" | "nowMs">,
  unrecorded: readonly number[],
): string[] {
  const words = texts.troubles;
  const unknown = unrecorded.length === 0
    ? []
    : [words.unrecorded(unrecorded.join(", "))];
  const { lostSinceMs, phase, lagMs, unavailable } = facts;
  const { kind, nowMs } = moment;
  if (kind === "paused" || phase === "end") return unknown;
  if (lostSinceMs !== null) {
    if (nowMs - lostSinceMs <= lostAfterMs) return unknown;
    const why = unavailable === null
      ? words.lost(formatTimeOfDay(lostSinceMs, nowMs))
      : texts.page.unavailable(unavailable);
    return [why, ...unknown];
  }
  if (kind !== "live") return unknown;
  if (isSilent(facts, nowMs)) return [words.silent, ...unknown];
  return phase === "live" && lagMs !== null && lagMs > wellWithinMs
    ? [words.lagging, ...unknown]
    : unknown;
}
