import { elementSetRecorded } from "../shared/events/element_set_recorded.ts";
import { formatDuration } from "../shared/duration.ts";
import type { ElementSet } from "../tle/element_set.ts";
import { elementAgeHours, timingErrorS } from "../tle/element_age.ts";
import type { Clock } from "./clock.ts";
import type { Publisher } from "./publisher.ts";
import type { Report } from "./report.ts";
import type { Satellite } from "./satellites.ts";

export const ELEMENT_SETS_TOPIC = "element_sets";

/** Elements are issued every day or so; older than this is worth a warning. */
const OLD_HOURS = 7 * 24;

/** How soon to try a log again that took none. */
const RETRY_MS = 1000;

/**
 * Publishes the element sets that positions will name, trying until the log
 * has them or the signal: readers then know a set before what rests on it.
 */
export async function publishElementSets(
  satellites: readonly Satellite[],
  { publisher, clock }: {
    readonly publisher: Publisher;
    readonly clock: Clock;
  },
  signal: AbortSignal,
): Promise<void> {
  for (const { noradId, orbit } of satellites) {
    const received = { source: "bundled", timeMs: clock.nowMs() };
    const event = elementSetRecorded(orbit.elementSet, received);
    while (!signal.aborted) {
      const key = String(noradId);
      if (await publisher.publish(ELEMENT_SETS_TOPIC, key, event)) break;
      await clock.sleepUntil(clock.nowMs() + RETRY_MS, signal);
    }
  }
}

/** Tells how old the elements are and what that costs, loudly if it is much. */
export function reportElementAges(
  satellites: readonly Satellite[],
  nowMs: number,
  report: Report,
): void {
  for (const { name, orbit } of satellites) {
    const hours = elementAgeHours(orbit.elementSet, nowMs);
    const isOld = Math.abs(hours) > OLD_HOURS;
    const message = describeAge(name, orbit.elementSet, hours);
    report(message, isOld ? "warning" : "info");
  }
}

function describeAge(name: string, set: ElementSet, hours: number): string {
  const { typicalS, p95S } = timingErrorS(set, hours / 24);
  const age = formatDuration(Math.abs(hours) * 3_600_000);
  const when = hours < 0 ? `for ${age} from now` : `${age} old`;
  return `Elements of ${name} are ${when}: expected to be ` +
    `${formatSeconds(typicalS)} off along its track (95 %: within ` +
    `${formatSeconds(p95S)}), without manoeuvres. Passes are off by as much`;
}

function formatSeconds(seconds: number): string {
  return `${
    seconds < 10 ? Number(seconds.toPrecision(2)) : Math.round(seconds)
  } s`;
}
