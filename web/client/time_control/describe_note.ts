import { findNearest, recordedParts } from "../feed/coverage.ts";
import type { Coverage } from "../feed/coverage.ts";
import type { Moment } from "../feed/moment.ts";
import type { TimeRange } from "../feed/position_window.ts";
import type { Recording } from "../feed/recording.ts";
import { formatDateTime, formatDuration } from "../format.ts";
import { texts } from "../texts.ts";
import { describeSpan } from "./describe_span.ts";
import type { ViewState } from "./view_state.ts";

const words = texts.time;

/** What is over sooner is not worth a sentence. */
const leastSilenceMs = 2_000;

/** What can be done about what a note says. */
export interface Offer {
  text: string;
  act:
    | { kind: "restart" }
    | { kind: "next" }
    | { kind: "skip"; toMs: number }
    | { kind: "show"; range: TimeRange };
}

export interface Note {
  text: string;
  offers: Offer[];
}

/** What a note follows from. */
export interface NoteFacts {
  view: ViewState;
  moment: Moment;
  recording: Recording;
  /** Null until they are known. */
  coverages: readonly Coverage[] | null;
}

/** Returns whether a replay has played all there is of its range. */
export function isReplayOver(view: ViewState, moment: Moment): boolean {
  return moment.kind === "history" && view.speed !== null;
}

/** Returns what has to be said of the time shown, and what can be done; or null. */
export function describeNote(facts: NoteFacts): Note | null {
  const { view, moment, recording, coverages } = facts;
  if (coverages && isEmpty(recording, moment)) {
    return describeNothing(coverages, moment);
  }
  if (moment.kind === "replay" && coverages) {
    return describeReplayGap(coverages, moment, view.speed ?? 1);
  }
  if (!isReplayOver(view, moment)) return null;
  const { fromMs, toMs } = moment.range;
  return {
    text: words.replayOver(formatDateTime(toMs)),
    offers: [
      { text: words.playAgain, act: { kind: "restart" } },
      {
        text: words.next(formatDuration(toMs - fromMs)),
        act: { kind: "next" },
      },
    ],
  };
}

/** Whether all of the range has come, and that is nothing. */
function isEmpty(recording: Recording, { range }: Moment): boolean {
  const { phase, satellites } = recording;
  if (satellites.size === 0) return false;
  if (phase !== "end" && !recording.isLive) return false;
  return [...satellites.values()].every(({ window }) => {
    const last = window.positions.at(-1);
    return !last || last.timeMs < range.fromMs;
  });
}

/** What a replay says where nothing was recorded for a while. */
function describeReplayGap(
  coverages: readonly Coverage[],
  { shownMs, range }: Moment,
  speed: number,
): Note | null {
  const isRecorded = coverages.flatMap(recordedParts)
    .some(({ fromMs, toMs }) => fromMs <= shownMs && shownMs <= toMs);
  if (isRecorded) return null;
  const now = { fromMs: shownMs, toMs: shownMs };
  const { afterMs } = findNearest(coverages, now);
  const untilMs = Math.min(afterMs ?? range.toMs, range.toMs);
  if ((untilMs - shownMs) / speed < leastSilenceMs) return null;
  const text = words.silentUntil(formatDateTime(untilMs));
  const act = { kind: "skip", toMs: untilMs } as const;
  return { text, offers: [{ text: words.skip, act }] };
}

function describeNothing(
  coverages: readonly Coverage[],
  moment: Moment,
): Note {
  const { range } = moment;
  const { beforeMs, afterMs } = findNearest(coverages, range);
  const lengthMs = range.toMs - range.fromMs;
  const nearest: string[] = [];
  const offers: Offer[] = [];
  if (beforeMs !== null) {
    nearest.push(words.before(formatDateTime(beforeMs)));
    // Its end is left out of a range: one second more, and it is inside.
    const toMs = beforeMs + 1_000;
    const range = { fromMs: toMs - lengthMs, toMs };
    offers.push({ text: words.showBefore, act: { kind: "show", range } });
  }
  if (afterMs !== null) {
    nearest.push(words.after(formatDateTime(afterMs)));
    const range = { fromMs: afterMs, toMs: afterMs + lengthMs };
    offers.push({ text: words.showAfter, act: { kind: "show", range } });
  }
  if (nearest.length === 0) nearest.push(words.noneElsewhere);
  // What goes on with the time would be read out again with every minute.
  const nothing = moment.kind === "live"
    ? words.nothingUpToNow(formatDuration(lengthMs))
    : words.nothing(describeSpan(range, moment).whole);
  return { text: `${nothing}; ${nearest.join("; ")}.`, offers };
}
