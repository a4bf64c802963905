import { ColumnUnpacker, packColumns } from "./column_pack.ts";
import type { PositionColumns } from "../position_columns.ts";
import { type Summaries, Summarizer } from "../summaries.ts";
import { MINUTE_MS } from "../time_range.ts";

/** Version 2 of the minutes of an hour: their columns as below. */
const VERSION = 2;

/** Fewer positions than this a minute are summed up as fast as read. */
const WORTH_SUMMING_UP = 4;

/**
 * Sums up the minutes of an hour; null where that is not worth keeping,
 * as there are about as many minutes as positions.
 */
export function encodeMinutes(columns: PositionColumns): Uint8Array | null {
  const count = countMinutes(columns.timeMs);
  if (columns.timeMs.length < count * WORTH_SUMMING_UP) return null;
  const summarizer = new Summarizer(MINUTE_MS);
  summarizer.addPositions(columns);
  const minutes = summarizer.end();
  const { timeMs, latitudeE6, longitudeE6, altitudeE4 } = minutes.columns;
  return packColumns("minutes", VERSION, [
    timeMs,
    latitudeE6,
    longitudeE6,
    altitudeE4,
    minutes.altitudeMinE4,
    minutes.altitudeMaxE4,
    minutes.samples,
  ]);
}

/** How many minutes rising times are of. */
function countMinutes(timesMs: Float64Array): number {
  let [count, endMs] = [0, -Infinity];
  for (const timeMs of timesMs) {
    if (timeMs < endMs) continue;
    endMs = (Math.floor(timeMs / MINUTE_MS) + 1) * MINUTE_MS;
    count++;
  }
  return count;
}

/** @throws {RangeError} If the bytes are damaged or of another version. */
export function decodeMinutes(bytes: Uint8Array): Summaries {
  const unpacker = new ColumnUnpacker("minutes", VERSION, bytes);
  const minutes = {
    columns: {
      timeMs: unpacker.readFloat64s(),
      latitudeE6: unpacker.readInt32s(),
      longitudeE6: unpacker.readInt32s(),
      altitudeE4: unpacker.readFloat64s(),
    },
    altitudeMinE4: unpacker.readFloat64s(),
    altitudeMaxE4: unpacker.readFloat64s(),
    samples: unpacker.readFloat64s(),
  };
  unpacker.expectEnd();
  return minutes;
}
