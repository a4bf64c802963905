import { AuditWriter } from "../../../shared/projection/audits/audit_table.ts";
import type { StoredElementSet } from "../../../shared/projection/element_sets/stored_element_set.ts";
import {
  DAY_MS,
  type TimeRangeMs,
} from "../../../shared/projection/time_range.ts";
import type { Sqlite } from "../../../shared/sqlite.ts";
import {
  lastManoeuvresUs,
  UNSETTLED_DAYS,
} from "../../../tle/audit/suspect_manoeuvre.ts";
import type { Derivation } from "../derivation.ts";
import { compareSamples } from "./compare_samples.ts";
import { RecordedSamples } from "./recorded_samples.ts";
import { auditedAfter, epochMsOf, SetHistory } from "./set_history.ts";

/** Positions recorded so long before an epoch are compared. */
const COMPARED_MS = 3 * DAY_MS;
const UNSETTLED_US = UNSETTLED_DAYS * DAY_MS * 1000;
/** Sets looked at in one go, if nothing is recorded before them. */
const SETS_AT_ONCE = 16;

/**
 * For each element set: how far off those positions were that were recorded in
 * the three days before its epoch.
 */
export class RecordedAudits implements Derivation {
  readonly kind = "recorded audits";
  readonly #history: SetHistory;
  readonly #samples: RecordedSamples;
  readonly #writer: AuditWriter;

  constructor(db: Sqlite) {
    this.#history = new SetHistory(db);
    this.#samples = new RecordedSamples(db);
    this.#writer = new AuditWriter(db, "recorded");
  }

  afterPositions({ fromMs, toMs }: TimeRangeMs): TimeRangeMs {
    return { fromMs, toMs: toMs + COMPARED_MS };
  }

  afterElementSet(_noradId: number, epochMs: number): TimeRangeMs {
    return auditedAfter(epochMs);
  }

  /** Up to one set that has something to compare: its hours are decoded. */
  derive(noradId: number, range: TimeRangeMs): number {
    const recorded = this.#samples.range(noradId);
    if (recorded === null) return range.toMs;
    // Nothing is recorded before the epochs of other sets.
    const fromMs = Math.max(range.fromMs, recorded.fromMs);
    const toMs = Math.min(range.toMs, recorded.toMs + COMPARED_MS);
    if (fromMs >= toMs) return range.toMs;
    const window = this.#history.window(noradId, { fromMs, toMs });
    const { sets, first } = window;
    const setOf = new Map(sets.map((set) => [set.ref, set]));
    const manoeuvreUs = lastManoeuvresUs(sets);
    let isEnough = false;
    for (let index = first, lastMs = fromMs; index < sets.length; index++) {
      const set = sets[index]!;
      const epochMs = epochMsOf(set);
      if (epochMs >= window.toMs) break;
      if (isEnough && epochMs > lastMs) return epochMs;
      const predictions = this.#audit(noradId, set, setOf);
      this.#writer.write(
        set,
        predictions.map((one) => ({
          ...one,
          isManoeuvreSuspected: manoeuvreUs[index]! >=
            setOf.get(one.predictedByRef)!.epochUs - UNSETTLED_US,
        })),
      );
      lastMs = epochMs;
      isEnough ||= predictions.length > 0 || index - first >= SETS_AT_ONCE;
    }
    return window.toMs < toMs ? window.toMs : range.toMs;
  }

  #audit(
    noradId: number,
    set: StoredElementSet,
    setOf: ReadonlyMap<number, StoredElementSet>,
  ) {
    const toMs = epochMsOf(set);
    const range = { fromMs: toMs - COMPARED_MS, toMs };
    return compareSamples(set, this.#samples.read(noradId, range), setOf);
  }
}
