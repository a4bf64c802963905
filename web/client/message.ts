import type { Moment } from "./feed/moment.ts";
import type { Session } from "./feed/session.ts";
import { formatDateTime, formatTimeOfDay } from "./format.ts";
import { texts } from "./texts.ts";

/** Returns the sentence that stands in place of an empty page, or nothing. */
export function describeEmptiness(
  { recording, link }: Session,
  moment: Moment,
  satellites: readonly number[] | null,
): string {
  if (!recording.listed) {
    return link === "lost" ? texts.page.unreachable : "";
  }
  if (recording.satellites.size === 0) {
    return satellites
      ? texts.page.waitingFor(satellites.join(", "))
      : texts.page.waiting;
  }
  if (moment.kind !== "history" || recording.phase !== "end") return "";
  for (const { window } of recording.satellites.values()) {
    if (window.positions.length > 0) return "";
  }
  const { fromMs, toMs } = moment.range;
  return texts.page.nothing(
    formatDateTime(fromMs),
    formatTimeOfDay(toMs, fromMs),
  );
}
