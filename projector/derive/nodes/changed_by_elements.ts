import {
  SELECT_ELEMENT_SETS,
  type StoredElementSet,
} from "../../../shared/projection/element_sets/stored_element_set.ts";
import { extentOfNodes } from "../../../shared/projection/nodes/read_nodes.ts";
import type { TimeRangeMs } from "../../../shared/projection/time_range.ts";
import type { Sqlite } from "../../../shared/sqlite.ts";
import { revolutionsBetween } from "../../../tle/nodes/count_revolutions.ts";
import { SETS_BEYOND } from "../../../tle/nodes/find_element_nodes.ts";

/** Tells which crossings of the equator change with a new element set. */
export class ChangedByElements {
  readonly #db: Sqlite;
  readonly #before;
  readonly #from;
  readonly #anchorUs;

  constructor(db: Sqlite) {
    this.#db = db;
    this.#before = db.prepare<[number, number], StoredElementSet>(`
      ${SELECT_ELEMENT_SETS} WHERE norad_id = +? AND epoch_us < +?
      ORDER BY epoch_us DESC LIMIT ${SETS_BEYOND}`);
    this.#from = db.prepare<[number, number], StoredElementSet>(`
      ${SELECT_ELEMENT_SETS} WHERE norad_id = +? AND epoch_us >= +?
      ORDER BY epoch_us LIMIT ${SETS_BEYOND + 1}`);
    this.#anchorUs = db.prepare<[number], number>(`
      SELECT epoch_us FROM element_sets WHERE norad_id = +?
      ORDER BY received_ms, epoch_us LIMIT 1`).pluck();
  }

  /**
   * From some sets before to some after, as the turn of each depends on those
   * around it; all crossings, where it changes how revolutions are counted.
   *
   * @param epochMs That of a set that is there already.
   */
  range(noradId: number, epochMs: number): TimeRangeMs {
    const epochUs = Math.round(epochMs * 1000);
    const before = this.#before.all(noradId, epochUs);
    const [set, ...after] = this.#from.all(noradId, epochUs);
    const range = {
      fromMs: (before.at(-1)?.epochUs ?? epochUs) / 1000,
      toMs: (after.at(-1)?.epochUs ?? epochUs) / 1000,
    };
    const recounts = epochUs === this.#anchorUs.get(noradId) ||
      isBridged(before[0], set!, after[0]);
    const known = extentOfNodes({ db: this.#db }, noradId) ?? range;
    if (recounts || before.length < SETS_BEYOND) {
      range.fromMs = Math.min(range.fromMs, known.fromMs);
    }
    if (recounts || after.length < SETS_BEYOND) {
      range.toMs = Math.max(range.toMs, known.toMs);
    }
    return range;
  }
}

/** Whether a set may change what is known of the count on its far side. */
function isBridged(
  before: StoredElementSet | undefined,
  set: StoredElementSet,
  after: StoredElementSet | undefined,
): boolean {
  if (before === undefined || after === undefined) return false;
  return [[before, after], [before, set], [set, after]].some(([a, b]) =>
    revolutionsBetween(a!, b!) === null
  );
}
