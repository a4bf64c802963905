import { createColumns, type PositionColumns } from "../position_columns.ts";
import { type TimeRangeMs, wholeHours } from "../time_range.ts";
import type { ManyRow, OpenRowsOfMany } from "./open_rows_of_many.ts";
import type { SealedHours } from "./sealed_hours.ts";
import type { StoreKey } from "./stored_hour.ts";

/** Keys asked for at a time: a query of each would take several times as long. */
const MOST_KEYS = 250;

/** Rows read at a time, which takes some 5 ms. */
const MOST_ROWS = 8_000;

const NOTHING = createColumns(0);

/**
 * Reads what many recordings hold of a range, those of rows in one query. Each
 * satellite has but one of the keys.
 *
 * Yields the positions of some keys after the other, in the order of the keys,
 * so that the caller can do other things in between.
 */
export function* manyPositions(
  { open, sealed, readByHours }: {
    readonly open: OpenRowsOfMany;
    readonly sealed: SealedHours;
    readonly readByHours: (
      key: StoreKey,
      range: TimeRangeMs,
    ) => PositionColumns;
  },
  keys: readonly StoreKey[],
  range: TimeRangeMs,
): Generator<PositionColumns[]> {
  let length = MOST_KEYS;
  for (let at = 0; at < keys.length;) {
    const some = keys.slice(at, at + length);
    const noradIds = some.map(({ noradId }) => noradId);
    // In this order: what is sealed in between is found to be sealed.
    const rows = open.within(noradIds, range, MOST_ROWS + 1);
    if (rows.length > MOST_ROWS && some.length > 1) {
      length = Math.ceil(some.length / 4);
      continue;
    }
    const isSealed = sealed.withAny(noradIds, wholeHours(range));
    if (rows.length > MOST_ROWS) isSealed.add(noradIds[0]!);
    const bySatellite = Map.groupBy(rows, ([noradId]) => noradId);
    let hours = 0;
    const columns: PositionColumns[] = [];
    for (const key of some) {
      if (isSealed.has(key.noradId)) {
        columns.push(readByHours(key, range));
        hours++;
      } else columns.push(toColumns(key, bySatellite.get(key.noradId)));
      // Which has to be decoded first, at a tenth of a millisecond.
      if (hours === 32) break;
    }
    yield columns;
    at += columns.length;
    if (rows.length < MOST_ROWS / 4) length = Math.min(2 * length, MOST_KEYS);
  }
}

function toColumns(
  { topicRef }: StoreKey,
  rows: readonly ManyRow[] | undefined,
): PositionColumns {
  if (rows === undefined) return NOTHING;
  const wanted = rows.filter((row) => row[1] === topicRef);
  const columns = createColumns(wanted.length);
  wanted.forEach((row, i) => {
    columns.timeMs[i] = row[2];
    columns.latitudeE6[i] = row[3];
    columns.longitudeE6[i] = row[4];
    columns.altitudeE4[i] = row[5];
  });
  return columns;
}
