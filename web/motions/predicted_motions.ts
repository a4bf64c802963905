import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import { firstIndex } from "../../tle/first_index.ts";
import {
  createElementMotion,
  type ElementMotion,
} from "../../tle/passes/element_motion.ts";
import { PropagationError } from "../../tle/propagation_error.ts";
import type { ElementTurn } from "./element_turns.ts";

type StoredElementMotion = ElementMotion<StoredElementSet>;

/** Motions by the element sets in use, and where these give none. */
export class PredictedMotions {
  readonly #turns: readonly ElementTurn[];
  readonly #failures = new Map<string, PropagationError>();

  constructor(turns: readonly ElementTurn[]) {
    this.#turns = turns;
  }

  /** Why there is none somewhere: one of each set. */
  get failures(): PropagationError[] {
    return [...this.#failures.values()];
  }

  /** The motions in `[fromMs, toMs]`, in order. */
  *within({ fromMs, toMs }: TimeRangeMs): Generator<StoredElementMotion> {
    const turns = this.#turns;
    const first = firstIndex(turns.length, (i) => turns[i]!.toMs >= fromMs);
    for (let i = first; i < turns.length && turns[i]!.fromMs <= toMs; i++) {
      const turn = turns[i]!;
      const part = {
        fromMs: Math.max(fromMs, turn.fromMs),
        toMs: Math.min(toMs, turn.toMs),
      };
      if (part.fromMs > part.toMs) continue;
      const motion = this.#motion(turn.elementSet, part);
      if (motion !== null) yield motion;
    }
  }

  #motion(
    set: StoredElementSet,
    range: TimeRangeMs,
  ): StoredElementMotion | null {
    const motion = this.#orFailure(set, range);
    if (motion === null) return null;
    const { fromMs, toMs } = motion;
    if (fromMs > range.fromMs) this.#orFailure(set, instant(fromMs - 1));
    if (toMs < range.toMs) this.#orFailure(set, instant(toMs + 1));
    return motion;
  }

  #orFailure(
    set: StoredElementSet,
    range: TimeRangeMs,
  ): StoredElementMotion | null {
    try {
      return createElementMotion(set, range);
    } catch (error) {
      if (!(error instanceof PropagationError)) throw error;
      this.#failures.set(set.id, error);
      return null;
    }
  }
}

function instant(timeMs: number): TimeRangeMs {
  return { fromMs: timeMs, toMs: timeMs };
}
