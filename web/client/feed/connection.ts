import { formatDuration, formatLag, formatTimeOfDay } from "../format.ts";
import { texts } from "../texts.ts";
import type { Speed } from "../time_control/view_state.ts";
import type { Moment } from "./moment.ts";
import type { Phase } from "./phase.ts";
import type { Link } from "./stream.ts";

/** The connection in words. */
export interface ConnectionState {
  text: string;
  tone: "good" | "attention" | "broken" | "neutral";
  /** What is read out when it changes: the words without running numbers. */
  announcement: string;
}

/** What the words follow from. */
export interface ConnectionFacts {
  link: Link;
  lostSinceMs: number | null;
  phase: Phase;
  lagMs: number | null;
  newestMs: number | null;
  /** When a frame is this late, none comes. */
  patienceMs: number;
  speed: Speed | null;
  refused: boolean;
  /** Whether the server knows none of the satellites. */
  unrecorded: boolean;
  /** Why the server has nothing to show, as it says; null where it has. */
  unavailable: string | null;
  empty: boolean;
}

/** A cut shorter than this is mending itself; a longer one is said plainly. */
export const lostAfterMs = 10_000;
/** Lag up to this is live and well. */
export const wellWithinMs = 5_000;

/** Returns how the connection is, for the header. */
export function describeConnection(
  facts: ConnectionFacts,
  moment: Moment,
): ConnectionState {
  const words = texts.connection;
  const lostMs = facts.lostSinceMs === null
    ? 0
    : moment.nowMs - facts.lostSinceMs;
  if (facts.unrecorded && lostMs <= lostAfterMs) {
    return state(words.unrecorded, "neutral");
  }
  if (facts.refused) return state(words.refused, "attention");
  if (moment.kind === "paused" && facts.phase !== "waiting") {
    return state(words.paused, "neutral");
  }
  if (facts.lostSinceMs !== null && facts.phase !== "end") {
    if (facts.unavailable !== null) {
      return state(words.unavailable, "attention");
    }
    return lostMs > lostAfterMs
      ? state(
        words.lost(formatTimeOfDay(facts.lostSinceMs, moment.nowMs)),
        "broken",
      )
      : state(words.reconnecting, "attention");
  }
  if (facts.link === "connecting") return state(words.connecting, "neutral");
  if (moment.kind === "replay") {
    return state(words.replay(facts.speed ?? 1), "neutral");
  }
  if (moment.kind !== "live") return state(words.history, "neutral");
  if (facts.phase === "waiting" || facts.phase === "range") {
    return state(words.loading, "neutral");
  }
  if (facts.empty || facts.newestMs === null) {
    return state(words.liveEmpty, "neutral");
  }
  const ageMs = moment.nowMs - facts.newestMs;
  if (isSilent(facts, moment.nowMs)) {
    const text = words.nothingNew(formatDuration(ageMs));
    return state(text, "attention", words.announceNothingNew);
  }
  // Nothing of now has come yet, as where satellites report once a minute.
  if (facts.lagMs === null) return state(words.announceLive, "good");
  return state(
    words.live(formatLag(facts.lagMs)),
    facts.lagMs > wellWithinMs ? "attention" : "good",
    words.announceLive,
  );
}

/** Whether frames ought to come, and do not. */
export function isSilent(
  { phase, newestMs, lagMs, patienceMs }: Pick<
    ConnectionFacts,
    "phase" | "newestMs" | "lagMs" | "patienceMs"
  >,
  nowMs: number,
): boolean {
  if (newestMs === null) return false;
  if (phase === "behind") return true;
  // A server that has stopped with its connections open says nothing of it.
  return phase === "live" && lagMs !== null &&
    nowMs - newestMs - lagMs > patienceMs;
}

function state(
  text: string,
  tone: ConnectionState["tone"],
  announcement = text,
): ConnectionState {
  return { text, tone, announcement };
}
