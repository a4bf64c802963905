import {
  allHours,
  type NamedHour,
} from "../../shared/projection/content_checksum.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { StoredHour } from "../../shared/projection/store/stored_hour.ts";

/** One hour of one satellite on one topic in two projections. */
export interface HourPair {
  readonly noradId: number;
  readonly topic: string;
  readonly hourMs: number;
  /** Null where nothing is stored of it. */
  readonly inUse: StoredHour | null;
  readonly rebuilt: StoredHour | null;
}

/** Which hour it is: of whom, where recorded, and when it begins. */
export type HourName = Pick<HourPair, "noradId" | "topic" | "hourMs">;

/** The hours that two projections hold, side by side and in order. */
export function* pairHours(
  inUse: Projection,
  rebuilt: Projection,
): Generator<HourPair> {
  const [left, right] = [allHours(inUse), allHours(rebuilt)];
  let [a, b] = [left.next(), right.next()];
  while (!a.done || !b.done) {
    const order = compareHours(a.value, b.value);
    const { topic, hour } = (order <= 0 ? a.value : b.value)!;
    yield {
      noradId: hour.noradId,
      topic,
      hourMs: hour.fromMs,
      inUse: order <= 0 ? a.value!.hour : null,
      rebuilt: order >= 0 ? b.value!.hour : null,
    };
    if (order <= 0) a = left.next();
    if (order >= 0) b = right.next();
  }
}

/** What has come to its end is behind all others. */
function compareHours(a: NamedHour | void, b: NamedHour | void): number {
  if (!a || !b) return Number(!a) - Number(!b);
  const byTopic = a.topic < b.topic ? -1 : Number(a.topic > b.topic);
  return a.hour.noradId - b.hour.noradId || byTopic ||
    a.hour.fromMs - b.hour.fromMs;
}
