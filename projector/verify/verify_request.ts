import { parseArgs } from "node:util";

/** What `deno task verify` is asked to do. */
export interface VerifyRequest {
  /** How many hours are compared with the log; null for all. */
  readonly sample: number | null;
  /** From which it follows which hours those are. */
  readonly seed: number;
  /** One JSON object instead of a report for people. */
  readonly json: boolean;
}

const USAGE = "deno task verify [--sample HOURS [--seed NUMBER]] [--json]";

/** Seeds are whole numbers below it. */
export const SEEDS = 2 ** 32;

/**
 * @param anySeed Taken where none is given.
 * @throws {RangeError} If the arguments are none that it knows.
 */
export function readVerifyRequest(
  args: readonly string[],
  anySeed: number,
): VerifyRequest {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      sample: { type: "string" },
      seed: { type: "string" },
      json: { type: "boolean" },
    },
    allowPositionals: true,
    strict: false,
  });
  const { sample, seed, json, ...others } = values;
  const hours = sample === undefined ? null : wholeNumber(sample);
  const given = seed === undefined ? anySeed : wholeNumber(seed);
  const isKnown = Object.keys(others).length === 0 &&
    positionals.length === 0 && (json === undefined || json === true);
  const isSample = hours === null || hours >= 1;
  const isSeed = given < SEEDS && (seed === undefined || hours !== null);
  if (!isKnown || !isSample || !isSeed) {
    throw new RangeError(
      `Cannot verify as the arguments must be those of ${USAGE}, numbers ` +
        "whole, of hours from 1 on, and a seed below 2^32: current value is " +
        JSON.stringify(args.join(" ")),
    );
  }
  return { sample: hours, seed: given, json: json === true };
}

/** NaN if it is none. */
function wholeNumber(text: string | boolean): number {
  return /^\d{1,10}$/.test(String(text)) ? Number(text) : NaN;
}
