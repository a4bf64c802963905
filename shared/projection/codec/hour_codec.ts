import { ColumnUnpacker, packColumns } from "./column_pack.ts";
import type { HourColumns } from "../hour_columns.ts";
import type { PositionColumns } from "../position_columns.ts";

/** Version 2 of an hour: its columns as HourColumns names them. */
const VERSION = 2;

/**
 * Encodes an hour of samples. The same samples always give the same bytes.
 *
 * @throws {RangeError} If the columns differ in length.
 */
export function encodeHour(columns: HourColumns): Uint8Array {
  return packColumns("hour", VERSION, [
    columns.timeMs,
    columns.latitudeE6,
    columns.longitudeE6,
    columns.altitudeE4,
    new Int32Array(columns.origin),
    columns.elementSetRef,
    columns.partition,
    columns.offset,
    columns.sample,
  ]);
}

/**
 * Decodes only times and places: a reader of positions needs no more.
 *
 * @throws {RangeError} If the bytes are damaged or of another version.
 */
export function decodePositions(bytes: Uint8Array): PositionColumns {
  return readPositions(new ColumnUnpacker("hour", VERSION, bytes));
}

/**
 * Decodes an hour of samples.
 *
 * @throws {RangeError} If the bytes are damaged or of another version.
 */
export function decodeHour(bytes: Uint8Array): HourColumns {
  const unpacker = new ColumnUnpacker("hour", VERSION, bytes);
  const hour = {
    ...readPositions(unpacker),
    origin: new Uint8Array(unpacker.readInt32s()),
    elementSetRef: unpacker.readInt32s(),
    partition: unpacker.readInt32s(),
    offset: unpacker.readFloat64s(),
    sample: unpacker.readInt32s(),
  };
  unpacker.expectEnd();
  return hour;
}

/** How many columns there are before these. */
const BEFORE_ORIGINS = 4;
const BEFORE_ELEMENT_SETS = 5;

/**
 * Decodes only the origin that all samples have; null where all of the hour
 * has to tell.
 *
 * @throws {RangeError} If the bytes are damaged or of another version.
 */
export function decodeOnlyOrigin(bytes: Uint8Array): number | null {
  return decodeOnlyNumber(bytes, BEFORE_ORIGINS);
}

/** Likewise the row of the element set that all samples rest on. */
export function decodeOnlyElementSetRef(bytes: Uint8Array): number | null {
  return decodeOnlyNumber(bytes, BEFORE_ELEMENT_SETS);
}

function decodeOnlyNumber(bytes: Uint8Array, before: number): number | null {
  const unpacker = new ColumnUnpacker("hour", VERSION, bytes);
  unpacker.skip(before);
  return unpacker.readOnlyNumber();
}

function readPositions(unpacker: ColumnUnpacker): PositionColumns {
  return {
    timeMs: unpacker.readFloat64s(),
    latitudeE6: unpacker.readInt32s(),
    longitudeE6: unpacker.readInt32s(),
    altitudeE4: unpacker.readFloat64s(),
  };
}
