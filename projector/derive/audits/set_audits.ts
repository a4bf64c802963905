import { AuditWriter } from "../../../shared/projection/audits/audit_table.ts";
import type { StoredElementSet } from "../../../shared/projection/element_sets/stored_element_set.ts";
import type { TimeRangeMs } from "../../../shared/projection/time_range.ts";
import type { Sqlite } from "../../../shared/sqlite.ts";
import {
  createSetAuditor,
  type SetAudit,
} from "../../../tle/audit/create_set_auditor.ts";
import type { Derivation } from "../derivation.ts";
import {
  auditedAfter,
  epochMsOf,
  SetHistory,
  type SetWindow,
} from "./set_history.ts";

/** Sets audited at a time, which takes some 3 ms. */
const SETS_AT_ONCE = 16;
const DAY_S = 86_400;

/** A window of sets with their orbits, kept as long as it is worked through. */
interface Reading extends SetWindow {
  readonly noradId: number;
  readonly audit: (index: number) => SetAudit<StoredElementSet>[];
}

/** For each element set: what earlier ones had predicted for its epoch. */
export class SetAudits implements Derivation {
  readonly kind = "set audits";
  readonly #history: SetHistory;
  readonly #writer: AuditWriter;
  #reading: Reading | null = null;

  constructor(db: Sqlite) {
    this.#history = new SetHistory(db);
    this.#writer = new AuditWriter(db, "set");
  }

  afterPositions(): null {
    return null;
  }

  afterElementSet(noradId: number, epochMs: number): TimeRangeMs {
    if (this.#reading?.noradId === noradId) this.#reading = null;
    return auditedAfter(epochMs);
  }

  derive(noradId: number, range: TimeRangeMs): number {
    const { sets, first, toMs, audit } = this.#read(noradId, range);
    const { fromMs } = range;
    let index = first;
    while (index < sets.length && epochMsOf(sets[index]!) < fromMs) index++;
    const endMs = Math.min(toMs, range.toMs);
    for (
      let lastMs = fromMs, count = 0;
      index < sets.length;
      index++, count++
    ) {
      const set = sets[index]!;
      const epochMs = epochMsOf(set);
      if (epochMs >= endMs) break;
      if (count >= SETS_AT_ONCE && epochMs > lastMs) return epochMs;
      this.#writer.write(set, audit(index).map(predictionOf));
      lastMs = epochMs;
    }
    return endMs;
  }

  #read(noradId: number, range: TimeRangeMs): Reading {
    const known = this.#reading;
    if (
      known !== null && known.noradId === noradId &&
      known.fromMs <= range.fromMs && range.fromMs < known.toMs
    ) return known;
    const window = this.#history.window(noradId, range);
    const audit = createSetAuditor(window.sets);
    return this.#reading = { noradId, audit, ...window };
  }
}

function predictionOf(
  { nominalAgeDays, predictedBy, ageDays, isManoeuvreSuspected, ...difference }:
    SetAudit<StoredElementSet>,
) {
  return {
    nominalAgeDays,
    predictedByRef: predictedBy.ref,
    samples: 1,
    ageS: ageDays * DAY_S,
    radialM: difference.radialKm * 1000,
    alongTrackM: difference.alongTrackKm * 1000,
    crossTrackM: difference.crossTrackKm * 1000,
    laterS: difference.laterS,
    isManoeuvreSuspected,
  };
}
