import type { LateRange } from "../../shared/projection/late_ranges.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  type Recording,
  recordingOfHour,
} from "../../shared/projection/recordings.ts";
import { hourOf, wholeHours } from "../../shared/projection/time_range.ts";

type Recordings = readonly Recording[];

interface HourTopic {
  readonly hourMs: number;
  readonly topicRef: number | undefined;
}

/**
 * A satellite on several topics is read hour by hour from one of them, and a
 * single position can change from which: then the whole hour has changed.
 */
export class HourTopics {
  readonly #topics = new Map<number, HourTopic>();

  /** Remembers from which topics the hour of an instant is read. */
  remember(
    projection: Projection,
    satellites: Iterable<Recordings>,
    timeMs: number,
  ): void {
    const hourMs = hourOf(timeMs).fromMs;
    for (const recordings of satellites) {
      const topicRef = topicOfHour(projection, recordings, hourMs);
      this.#topics.set(recordings[0]!.noradId, { hourMs, topicRef });
    }
  }

  /** The hours remembered that are now read from another topic. */
  *takeovers(
    projection: Projection,
    satellites: Iterable<Recordings>,
  ): Generator<LateRange> {
    for (const recordings of satellites) {
      const { noradId } = recordings[0]!;
      const { hourMs, topicRef } = this.#topics.get(noradId) ?? {};
      if (hourMs === undefined || topicRef === undefined) continue;
      if (topicOfHour(projection, recordings, hourMs) === topicRef) continue;
      yield { noradId, ...hourOf(hourMs) };
    }
  }
}

/** A range as what it stands for: whole hours, unless there is but one topic. */
export function widenToHours(
  range: LateRange,
  recordings: Recordings,
): LateRange {
  if (recordings.length === 1) return range;
  return { noradId: range.noradId, ...wholeHours(range) };
}

function topicOfHour(
  { positions }: Projection,
  recordings: Recordings,
  hourMs: number,
): number | undefined {
  const [only] = recordings;
  if (recordings.length === 1) return only!.topicRef;
  return recordingOfHour(positions, recordings, hourOf(hourMs))?.topicRef;
}
