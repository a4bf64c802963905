import { partitionKey } from "../../shared/event_log/partition_key.ts";

/** When a partition was seen to end where. */
interface SeenEnd {
  readonly atMs: number;
  readonly endOffset: number;
}

/** More are thinned out: of a partition that is behind for hours. */
const MOST_SEEN = 500;

/**
 * Remembers where the log ended when, from which follows for how long what is
 * not applied yet has been there. The times of records do not tell that: those
 * of a backfill are of hours ago when they come.
 */
export class LogEnds {
  /** By partition; both the times and the offsets grow. */
  readonly #seen = new Map<string, readonly SeenEnd[]>();

  /** Notes that a partition ended there then, or before. */
  note(
    at: { readonly topic: string; readonly partition: number },
    { atMs, endOffset }: SeenEnd,
  ): void {
    const key = partitionKey(at);
    let seen = this.#seen.get(key) ?? [];
    const last = seen.at(-1);
    // A log that is shorter is another one, and a clock that was set back
    // tells other times.
    if (last && (endOffset < last.endOffset || atMs < last.atMs)) seen = [];
    if (seen.at(-1)?.endOffset === endOffset) seen = seen.slice(0, -1);
    seen = [...seen, { atMs, endOffset }];
    this.#seen.set(key, seen.length > MOST_SEEN ? thinOut(seen) : seen);
  }

  /**
   * When a partition last had nothing from an offset on; null where that was
   * not seen. What was before that is forgotten.
   */
  lastEndedBy(
    at: { readonly topic: string; readonly partition: number },
    offset: number,
  ): number | null {
    const key = partitionKey(at);
    const seen = this.#seen.get(key) ?? [];
    const index = seen.findLastIndex(({ endOffset }) => endOffset <= offset);
    if (index < 0) return null;
    this.#seen.set(key, seen.slice(index));
    return seen[index]!.atMs;
  }
}

// Without the one between the two that are closest, what is told is longer
// than it need be, and never shorter.
function thinOut(seen: readonly SeenEnd[]): readonly SeenEnd[] {
  let closest = 1;
  let leastMs = Infinity;
  for (let i = 1; i < seen.length - 1; i++) {
    const ms = seen[i + 1]!.atMs - seen[i - 1]!.atMs;
    if (ms < leastMs) [closest, leastMs] = [i, ms];
  }
  return seen.toSpliced(closest, 1);
}
