import { z } from "zod";

/** Most samples that one event may hold. */
export const MAX_SAMPLES = 20_000;

/**
 * A column of an event: one value that holds for every sample, or an array
 * with one value a sample.
 */
export type Column<T> = T | readonly T[];

/** Schema of a column whose values match `value`. */
export function columnOf<T extends z.ZodType>(value: T) {
  return z.union([value, z.array(value).min(1).max(MAX_SAMPLES)]);
}

/** The value of a column for one sample. */
export function valueAt<T>(column: Column<T>, index: number): T {
  return (Array.isArray(column) ? column[index] : column) as T;
}

/** Writes a column once where all of its values are the same. */
export function toColumn<T>(values: readonly T[]): Column<T> {
  const first = values[0] as T;
  return values.every((value) => value === first) ? first : values;
}
