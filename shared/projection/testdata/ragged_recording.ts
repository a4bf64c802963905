import fc from "fast-check";
import { HOUR, type MemoryProjection } from "./memory_projection.ts";

/** Anything recorded within six hours, on two topics, at ragged times. */
export const arbitraryRecording = fc.record({
  a: fc.array(fc.nat(6 * 360), { maxLength: 60 }),
  b: fc.array(fc.nat(6 * 360), { maxLength: 60 }),
  /** Seconds since the first hour. */
  cuts: fc.array(fc.nat(6 * 3600), { maxLength: 5 }),
  limit: fc.integer({ min: 1, max: 7 }),
});

/** The times that stand for such numbers: multiples of ten seconds. */
export function raggedTimes(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].map((n) => HOUR + n * 10_000);
}

/** A projection with such a recording. */
export function raggedProjection(
  Given: typeof MemoryProjection,
  { a, b }: { readonly a: readonly number[]; readonly b: readonly number[] },
): MemoryProjection {
  const given = new Given("a_topic", "b_topic");
  given.record({ topic: "a_topic", timesMs: raggedTimes(a) });
  given.record({ topic: "b_topic", timesMs: raggedTimes(b) });
  return given;
}
