import type { LateRange } from "../../shared/projection/late_ranges.ts";

/**
 * What was filled in while a stream sends a range, to be told after it: one
 * range a satellite, so that it cannot grow without bound.
 */
export class LateNotes {
  readonly #ranges = new Map<number | null, LateRange>();

  add(range: LateRange): void {
    const { noradId } = range;
    const known = this.#ranges.get(noradId) ?? range;
    this.#ranges.set(noradId, {
      noradId,
      fromMs: Math.min(known.fromMs, range.fromMs),
      toMs: Math.max(known.toMs, range.toMs),
    });
  }

  /** Takes all notes, as far as they lie before an instant. */
  takeBefore(endMs: number): LateRange[] {
    const ranges = [...this.#ranges.values()].map((range) => ({
      ...range,
      toMs: Math.min(range.toMs, endMs),
    }));
    this.#ranges.clear();
    return ranges.filter(({ fromMs, toMs }) => fromMs < toMs);
  }
}
