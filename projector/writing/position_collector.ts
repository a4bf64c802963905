import type { PositionRows } from "./changes.ts";
import { GrowingColumn } from "./growing_column.ts";

/** One row: the same names as `PositionRows`, one value each. */
export type PositionRow = { readonly [K in keyof PositionRows]: number };

/** Collects positions as columns. */
export class PositionCollector {
  readonly #columns = {
    noradId: new GrowingColumn(Int32Array),
    topic: new GrowingColumn(Int32Array),
    timeMs: new GrowingColumn(Float64Array),
    latitudeE6: new GrowingColumn(Int32Array),
    longitudeE6: new GrowingColumn(Int32Array),
    altitudeE4: new GrowingColumn(Float64Array),
    origin: new GrowingColumn(Uint8Array),
    elementSet: new GrowingColumn(Int32Array),
    partition: new GrowingColumn(Int32Array),
    offset: new GrowingColumn(Float64Array),
    sample: new GrowingColumn(Int32Array),
  };

  get length(): number {
    return this.#columns.timeMs.length;
  }

  push(row: PositionRow): void {
    const columns = this.#columns;
    columns.noradId.push(row.noradId);
    columns.topic.push(row.topic);
    columns.timeMs.push(row.timeMs);
    columns.latitudeE6.push(row.latitudeE6);
    columns.longitudeE6.push(row.longitudeE6);
    columns.altitudeE4.push(row.altitudeE4);
    columns.origin.push(row.origin);
    columns.elementSet.push(row.elementSet);
    columns.partition.push(row.partition);
    columns.offset.push(row.offset);
    columns.sample.push(row.sample);
  }

  /** What was collected; empty after it. */
  take(): PositionRows {
    const columns = this.#columns;
    return {
      noradId: columns.noradId.take(),
      topic: columns.topic.take(),
      timeMs: columns.timeMs.take(),
      latitudeE6: columns.latitudeE6.take(),
      longitudeE6: columns.longitudeE6.take(),
      altitudeE4: columns.altitudeE4.take(),
      origin: columns.origin.take(),
      elementSet: columns.elementSet.take(),
      partition: columns.partition.take(),
      offset: columns.offset.take(),
      sample: columns.sample.take(),
    };
  }
}
