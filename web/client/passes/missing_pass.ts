import type { TimeRange } from "../feed/position_window.ts";
import { formatDateTime } from "../format.ts";
import type { Pass } from "./contract.ts";
import { findPassTime, parsePassId } from "./pass_time.ts";
import { mostDays, type PassesChoice } from "./passes_choice.ts";
import { texts } from "./passes_texts.ts";

const words = texts.missing;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Why the pass of an address is not listed, and what would list it. */
export interface MissingPass {
  passId: string;
  says: string;
  /** Null where all that can be done is said. */
  change: { choice?: Partial<PassesChoice>; range?: TimeRange } | null;
}

/** What is listed in place of it. */
export interface Listed {
  passes: readonly Pass[];
  /** Those that were asked for. */
  satellites: readonly number[];
  choice: PassesChoice;
  range: TimeRange;
  nowMs: number;
  /** Whether days from now on can be chosen. */
  isMoving: boolean;
}

/** Says of a pass that is not listed where it is, as far as its id tells. */
export function describeMissing(passId: string, listed: Listed): MissingPass {
  const say = (says: string, change: MissingPass["change"] = null) => ({
    passId,
    says,
    change,
  });
  const parts = parsePassId(passId);
  if (parts === null) return say(words.noId(passId));
  const { choice, range, nowMs } = listed;
  if (parts.place !== placeKey(choice)) {
    return say(words.elsewhere(parts.place.replace("-", " ")));
  }
  const { noradId } = parts;
  if (!listed.satellites.includes(noradId)) {
    return say(words.otherSatellite(noradId), { choice: { noradId } });
  }
  const timeMs = findPassTime(parts, listed.passes);
  if (timeMs === null) return say(words.unknown);
  const about = formatDateTime(Math.round(timeMs / hourMs) * hourMs)
    .slice(0, 16);
  if (timeMs >= range.fromMs && timeMs < range.toMs) {
    return say(words.leftOut(about));
  }
  const fromMs = timeMs - dayMs / 2;
  const toMs = Math.min(timeMs + dayMs / 2, nowMs - 1);
  if (timeMs < nowMs) return say(words.was(about), { range: { fromMs, toMs } });
  const daysAhead = Math.ceil((timeMs - nowMs) / dayMs + 0.5);
  return listed.isMoving && daysAhead <= mostDays
    // Of one satellite so many days can be listed.
    ? say(words.comes(about), { choice: { daysAhead, noradId } })
    : say(words.comesLater(about));
}

/** The place as ids have it. */
function placeKey({ place }: PassesChoice): string {
  const { latitudeDeg, longitudeDeg } = place!;
  const east = longitudeDeg >= 0 || longitudeDeg === -180;
  return `${Math.abs(latitudeDeg).toFixed(4)}${latitudeDeg < 0 ? "S" : "N"}-${
    Math.abs(longitudeDeg).toFixed(4)
  }${east ? "E" : "W"}`;
}
