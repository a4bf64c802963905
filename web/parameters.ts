import { parseInstantMs } from "../shared/instant.ts";
import type { TimeRangeMs } from "../shared/projection/time_range.ts";
import { badParameters } from "./problem.ts";
import type { Parameter } from "./query.ts";

const MOST_SATELLITES = 1_000;
const INSTANT =
  "an instant from 1970 to 2099: ISO 8601 in UTC, such as 2026-08-21T14:36:42Z, or Unix seconds or milliseconds";

/** Most points that one satellite's range is divided into. */
export const MOST_POINTS = 10_000;

/** Most points of all satellites together: they are held in memory. */
const MOST_POINTS_IN_ALL = 1_000_000;

export const instant: Parameter<number> = (text) => {
  try {
    return parseInstantMs(text);
  } catch (error) {
    throw new RangeError(INSTANT, { cause: error });
  }
};

/** Catalogue numbers separated by commas; one that is repeated counts once. */
export function catalogueNumbers(most: number): Parameter<readonly number[]> {
  return (text) => {
    const numbers = text.split(",").map((item) =>
      /^[1-9]\d{0,8}$/.test(item) ? Number(item) : NaN
    );
    if (numbers.some(Number.isNaN) || numbers.length > most) {
      throw new RangeError(
        `catalogue numbers separated by commas, at most ${most}`,
      );
    }
    return [...new Set(numbers)];
  };
}

export const satellites = catalogueNumbers(MOST_SATELLITES);

export function wholeNumber(least: number, most: number): Parameter<number> {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most)) {
      throw new RangeError(`a whole number from ${least} to ${most}`);
    }
    return value;
  };
}

/** Any number, also with an exponent, as programs write small ones. */
export function decimal(least: number, most: number): Parameter<number> {
  return (text) => {
    const isNumber = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text);
    const value = isNumber ? Number(text) : NaN;
    if (!(value >= least && value <= most)) {
      throw new RangeError(`a number from ${least} to ${most}`);
    }
    // There is one zero.
    return value + 0;
  };
}

export function oneOf<const T extends string>(
  ...values: readonly T[]
): Parameter<T> {
  return (text) => {
    const found = values.find((value) => value === text);
    if (found === undefined) {
      throw new RangeError(`one of ${values.join(", ")}`);
    }
    return found;
  };
}

/** Any text that a Kafka topic can be named. */
export const topicName: Parameter<string> = (text) => {
  if (!/^[\w.-]{1,249}$/.test(text)) {
    throw new RangeError("the name of a topic");
  }
  return text;
};

/**
 * Checks that a range runs forward.
 *
 * @param given The texts that it was read from; absent where a default holds.
 * @throws {Problem} 400, naming the parameter.
 */
export function checkRange(
  range: TimeRangeMs,
  given: { readonly from?: string; readonly to?: string },
): TimeRangeMs {
  const { fromMs, toMs } = range;
  const from = new Date(fromMs).toISOString();
  const to = new Date(toMs).toISOString();
  if (fromMs >= toMs) {
    throw badParameters([{
      parameter: "to",
      requirement: `later than from, ${from}`,
      value: given.to ?? to,
    }]);
  }
  return range;
}

/**
 * Checks that thinned ranges of some satellites are not too much together.
 *
 * @throws {Problem} 400, naming the limit.
 */
export function checkPoints(points: number, satelliteCount: number): void {
  if (points * satelliteCount <= MOST_POINTS_IN_ALL) return;
  const most = Math.floor(MOST_POINTS_IN_ALL / satelliteCount);
  throw badParameters([{
    parameter: "points",
    requirement: `at most ${most} for ${satelliteCount} satellites`,
    value: String(points),
  }]);
}
