import { firstIndex } from "../first_index.ts";
import type { Motion } from "./motion.ts";

/** What is so at an instant. */
export interface Watched<T> {
  readonly value: T;
  /** For how many seconds it surely stays so; 0 where that is not known. */
  readonly staysS: number;
}

/** From when on another value holds. */
export interface Change<T> {
  /** Whole milliseconds: the first instant of it. */
  readonly timeMs: number;
  readonly value: T;
}

/**
 * Finds every change of what is watched along motions, to the millisecond, and
 * first what held at the beginning. It skips only time in which nothing can
 * change, and so misses nothing that lasts a millisecond.
 *
 * @param motions Of one satellite, in order; where two meet, the earlier counts.
 * Between them, where nothing is known, all is taken to stay as it was.
 * @param range In whole milliseconds, both ends included.
 */
export function* findChanges<T>(
  motions: readonly Motion[],
  range: { readonly fromMs: number; readonly toMs: number },
  watch: (motion: Motion, timeMs: number) => Watched<T>,
): Generator<Change<T>> {
  let last: T | undefined;
  let nextMs = range.fromMs;
  for (const motion of motions) {
    const toMs = Math.min(range.toMs, motion.toMs);
    const firstMs = Math.max(nextMs, motion.fromMs);
    let sureMs = firstMs;
    for (let timeMs = firstMs; timeMs <= toMs;) {
      const { value, staysS } = watch(motion, timeMs);
      if (value !== last) {
        // A velocity that is not quite how the position changes may have led
        // past it.
        const passed = firstIndex(
          timeMs - sureMs,
          (i) => watch(motion, sureMs + i).value === value,
        );
        yield { timeMs: sureMs + passed, value };
        last = value;
      }
      sureMs = timeMs + 1;
      timeMs += Math.max(1, Math.floor(staysS * 1000));
    }
    nextMs = Math.max(nextMs, toMs + 1);
  }
}
