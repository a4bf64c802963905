import { createBreather } from "../../shared/breathe.ts";
import type { LateRange } from "../../shared/projection/late_ranges.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  type Recording,
  recordingOfHour,
} from "../../shared/projection/recordings.ts";
import { hourOf, wholeHours } from "../../shared/projection/time_range.ts";
import type { Touched } from "./known_recordings.ts";

type Recordings = readonly Recording[];

/**
 * A satellite on several topics is read hour by hour from one of them, and a
 * single position can change from which: then the whole hour has changed.
 */
export class HourTopics {
  #hourMs = -Infinity;
  /** Of those that are on several topics, the one of that hour. */
  readonly #topicRefs = new Map<number, number | undefined>();

  /** Remembers from which topics the hour of an instant is read. */
  async remember(
    projection: Projection,
    timeMs: number,
    { all, touched }: {
      readonly all: ReadonlyMap<number, Recordings>;
      readonly touched: readonly Touched[];
    },
  ): Promise<void> {
    const hourMs = hourOf(timeMs).fromMs;
    const changed = hourMs === this.#hourMs
      ? touched.map(({ recordings }) => recordings)
      : all.values();
    this.#hourMs = hourMs;
    const breathe = createBreather();
    for (const recordings of changed) {
      if (recordings.length === 1) continue;
      const { noradId } = recordings[0]!;
      const topicRef = topicOfHour(projection, recordings, hourMs);
      this.#topicRefs.set(noradId, topicRef);
      const pause = breathe();
      if (pause !== undefined) await pause;
    }
  }

  /** The hours remembered that are now read from another topic. */
  async takeovers(
    projection: Projection,
    touched: readonly Touched[],
  ): Promise<LateRange[]> {
    const found: LateRange[] = [];
    const breathe = createBreather();
    for (const { noradId, recordings, before } of touched) {
      if (recordings.length === 1 || before.length === 0) continue;
      const topicRef = before.length === 1
        ? before[0]!.topicRef
        : this.#topicRefs.get(noradId);
      if (topicRef === undefined) continue;
      const now = topicOfHour(projection, recordings, this.#hourMs);
      if (now !== topicRef) found.push({ noradId, ...hourOf(this.#hourMs) });
      await breathe();
    }
    return found;
  }
}

/**
 * A range as what it stands for: whole hours, unless there is but one topic.
 * Of the satellites of a joined range some may be on several.
 */
export function widenToHours(
  range: LateRange,
  recordings: Recordings,
): LateRange {
  if (range.noradId !== null && recordings.length <= 1) return range;
  return { noradId: range.noradId, ...wholeHours(range) };
}

function topicOfHour(
  { positions }: Projection,
  recordings: Recordings,
  hourMs: number,
): number | undefined {
  return recordingOfHour(positions, recordings, hourOf(hourMs))?.topicRef;
}
