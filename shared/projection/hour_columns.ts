import type { PositionColumns } from "./position_columns.ts";

/**
 * Samples of one satellite on one topic within one hour, in order of time,
 * with what each rests on. All columns have the same length.
 */
export interface HourColumns extends PositionColumns {
  /** As an index into `ORIGINS`. */
  readonly origin: Uint8Array;
  /** The row of the element set, 0 for none. */
  readonly elementSetRef: Int32Array;
  /** The event in the topic: any partition, any safe offset from 0 on. */
  readonly partition: Int32Array;
  readonly offset: Float64Array;
  /** Index within the event. */
  readonly sample: Int32Array;
}

/** Columns to be filled. */
export function createHour(length: number): HourColumns {
  return {
    timeMs: new Float64Array(length),
    latitudeE6: new Int32Array(length),
    longitudeE6: new Int32Array(length),
    altitudeE4: new Float64Array(length),
    origin: new Uint8Array(length),
    elementSetRef: new Int32Array(length),
    partition: new Int32Array(length),
    offset: new Float64Array(length),
    sample: new Int32Array(length),
  };
}

/** The entries from one index up to another, which keep nothing else alive. */
export function copyHour(
  hour: HourColumns,
  start: number,
  end: number,
): HourColumns {
  const copy = createHour(end - start);
  const view = sliceHour(hour, start, end);
  for (const name of Object.keys(copy) as (keyof HourColumns)[]) {
    copy[name].set(view[name]);
  }
  return copy;
}

/** The entries from one index up to another: a view, not a copy. */
export function sliceHour(
  hour: HourColumns,
  start: number,
  end: number,
): HourColumns {
  return {
    timeMs: hour.timeMs.subarray(start, end),
    latitudeE6: hour.latitudeE6.subarray(start, end),
    longitudeE6: hour.longitudeE6.subarray(start, end),
    altitudeE4: hour.altitudeE4.subarray(start, end),
    origin: hour.origin.subarray(start, end),
    elementSetRef: hour.elementSetRef.subarray(start, end),
    partition: hour.partition.subarray(start, end),
    offset: hour.offset.subarray(start, end),
    sample: hour.sample.subarray(start, end),
  };
}
