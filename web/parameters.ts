import { parseInstantMs } from "../shared/instant.ts";
import type { TimeRangeMs } from "../shared/projection/time_range.ts";
import { badParameters } from "./problem.ts";
import { type Parameter, parameter } from "./query.ts";

const MOST_SATELLITES = 1_000;
const LONGEST_SEARCH = 100;
const INSTANT =
  "an instant from 1970 to 2099: ISO 8601 in UTC, such as 2026-08-21T14:36:42Z, or Unix seconds or milliseconds";

/** Most points that one satellite's range is divided into. */
export const MOST_POINTS = 10_000;

/** Most points of all satellites together: they are held in memory. */
const MOST_POINTS_IN_ALL = 1_000_000;

export const instant = parameter({
  title: "instant",
  type: "string",
  description: INSTANT,
  examples: ["2026-08-21T14:36:42Z", "1787323002"],
}, (text) => {
  try {
    return parseInstantMs(text);
  } catch (error) {
    throw new RangeError(INSTANT, { cause: error });
  }
});

/** What a satellite is named by. */
const CATALOGUE_NUMBER = {
  type: "integer",
  minimum: 1,
  maximum: 999_999_999,
  examples: [25994],
};

/** The catalogue number of one satellite. */
export const catalogueNumber = parameter(CATALOGUE_NUMBER, (text) => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new RangeError("a catalogue number of 1 to 999999999");
});

/** Catalogue numbers separated by commas; one that is repeated counts once. */
export function catalogueNumbers(most: number): Parameter<readonly number[]> {
  const requirement = `catalogue numbers separated by commas, at most ${most}`;
  return parameter({
    type: "array",
    items: CATALOGUE_NUMBER,
    maxItems: most,
    description: requirement,
    examples: [[25994, 27424]],
  }, (text) => {
    const numbers = text.split(",").map((item) =>
      /^[1-9]\d{0,8}$/.test(item) ? Number(item) : NaN
    );
    if (numbers.some(Number.isNaN) || numbers.length > most) {
      throw new RangeError(requirement);
    }
    return [...new Set(numbers)];
  });
}

export const satellites = catalogueNumbers(MOST_SATELLITES);

export function wholeNumber(least: number, most: number): Parameter<number> {
  const schema = { type: "integer", minimum: least, maximum: most };
  return parameter(schema, (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= most)) {
      throw new RangeError(`a whole number from ${least} to ${most}`);
    }
    return value;
  });
}

/** Any number, also with an exponent, as programs write small ones. */
export function decimal(least: number, most: number): Parameter<number> {
  const schema = { type: "number", minimum: least, maximum: most };
  return parameter(schema, (text) => {
    const isNumber = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text);
    const value = isNumber ? Number(text) : NaN;
    if (!(value >= least && value <= most)) {
      throw new RangeError(`a number from ${least} to ${most}`);
    }
    // There is one zero.
    return value + 0;
  });
}

export function oneOf<const T extends string>(
  ...values: readonly T[]
): Parameter<T> {
  return parameter({ type: "string", enum: values }, (text) => {
    const found = values.find((value) => value === text);
    if (found === undefined) {
      throw new RangeError(`one of ${values.join(", ")}`);
    }
    return found;
  });
}

export const trueOrFalse = parameter(
  { type: "boolean" },
  oneOf("true", "false"),
);

/** Part of a text to be found; spaces around it do not count. */
export function searchText(what: string): Parameter<string> {
  const requirement = `${what}, at most ${LONGEST_SEARCH} characters`;
  return parameter({
    type: "string",
    minLength: 1,
    maxLength: LONGEST_SEARCH,
    description: requirement,
  }, (text) => {
    const trimmed = text.trim();
    if (trimmed === "" || trimmed.length > LONGEST_SEARCH) {
      throw new RangeError(requirement);
    }
    return trimmed;
  });
}

/** Any text that a Kafka topic can be named. */
export const topicName = matching(
  /^[\w.-]{1,249}$/,
  "the name of a topic",
  ([name]) => name,
);

/** A text of one form, which the pattern says. */
export function matching<T>(
  pattern: RegExp,
  requirement: string,
  read: (parts: RegExpExecArray) => T,
): Parameter<T> {
  const schema = {
    type: "string",
    pattern: pattern.source,
    description: requirement,
  };
  return parameter(schema, (text) => {
    const parts = pattern.exec(text);
    if (parts === null) throw new RangeError(requirement);
    return read(parts);
  });
}

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
