/** How large something was at an instant. */
export interface SizeNote {
  readonly atMs: number;
  readonly bytes: number;
}

/** Fewer, or less time, say nothing yet. */
const LEAST_NOTES = 5;
const LEAST_MS = 600_000;

const DAY_MS = 86_400_000;

/**
 * By how many bytes a day something grows, or, below zero, shrinks; null
 * where there are too few notes to say.
 *
 * It is the median of the slopes between any two notes (Theil and Sen). A
 * line from the oldest to the newest would tell a first fill of a gigabyte
 * within a minute as "1 GB a day" for a day, and as 100 GB a day at first. To
 * the median a burst is one step: it is passed over as soon as the pairs of
 * notes on the same side of it are more than those that have it in between.
 * Of a burst before the second note that is so with the fifth; of one that
 * lasts, when it has been over for some two and a half times as long. What
 * grows by leaps of its own, as a file that is written from time to time
 * does, is told right over many of them.
 *
 * @param notes By time, no two at the same.
 */
export function growthBytesPerDay(notes: readonly SizeNote[]): number | null {
  if (notes.length < LEAST_NOTES) return null;
  if (notes.at(-1)!.atMs - notes[0]!.atMs < LEAST_MS) return null;
  const slopes = new Float64Array(notes.length * (notes.length - 1) / 2);
  let count = 0;
  for (const [i, later] of notes.entries()) {
    for (let j = 0; j < i; j++) {
      const earlier = notes[j]!;
      slopes[count++] = (later.bytes - earlier.bytes) /
        (later.atMs - earlier.atMs);
    }
  }
  slopes.sort();
  const middle = slopes.length / 2;
  const below = slopes[Math.ceil(middle) - 1]!;
  const above = slopes[Math.floor(middle)]!;
  return (below + above) / 2 * DAY_MS;
}

/**
 * In how many days a disk is full if that goes on; null where it is not known,
 * and where nothing grows.
 */
export function daysUntilFull(
  freeBytes: number | null,
  growthBytesPerDay: number | null,
): number | null {
  if (freeBytes === null || growthBytesPerDay === null) return null;
  return growthBytesPerDay > 0 ? freeBytes / growthBytesPerDay : null;
}
