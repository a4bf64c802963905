import { formatSeconds } from "./audit/format_seconds.ts";
import { texts } from "./texts.ts";

const words = texts.expectedError;

/**
 * How far off in time, along its track, a satellite is expected to be: what
 * half of all cases stay within, and what nearly all do. So it is told wherever
 * it is told.
 */
export function describeExpectedError(
  typicalS: number,
  p95S: number,
): [half: string, most: string] {
  return [
    words.half(formatSeconds(typicalS)),
    words.most(formatSeconds(p95S)),
  ];
}

/** What that is known by. */
export function describeBasis(basis: "audit" | "formula"): string {
  return words.basis[basis];
}
