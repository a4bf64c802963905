import type { Schema } from "./openapi/schema.ts";
import { badParameters, type Fault } from "./problem.ts";

/** Reads the text of a parameter; throws a RangeError that says what it must be. */
export interface Parameter<T> {
  (text: string): T;
  /** The same for the documentation: what it takes. */
  readonly schema: Schema;
}

/** A parameter takes what its schema says: both follow from the same limits. */
export function parameter<T>(
  schema: Schema,
  read: (text: string) => T,
): Parameter<T> {
  return Object.assign(read, { schema });
}

/** A shorter part of a name would be part of many. */
const SHORTEST_PART = 3;

type Parameters = Record<string, (text: string) => unknown>;
export type Query<P extends Parameters> = {
  readonly [K in keyof P]?: ReturnType<P[K]>;
};

/** A query as it was read, and all that is wrong with it by itself. */
export interface ReadQuery<P extends Parameters> {
  /** What could be read. */
  readonly query: Query<P>;
  /** What was given of these parameters, be it right or wrong. */
  readonly texts: { readonly [K in keyof P]?: string };
  readonly faults: readonly Fault[];
}

/**
 * Reads the query of a request. All of its parameters are optional.
 *
 * @throws {Problem} 400, if any is unknown, repeated or wrong; it names all.
 */
export function parseQuery<P extends Parameters>(
  url: string,
  parameters: P,
): Query<P> {
  const { query, faults } = readQuery(url, parameters);
  if (faults.length > 0) throw badParameters(faults);
  return query;
}

/** Like `parseQuery`, for who finds further faults in what was given together. */
export function readQuery<P extends Parameters>(
  url: string,
  parameters: P,
): ReadQuery<P> {
  const search = new URL(url).searchParams;
  const query: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  const faults: Fault[] = [];
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    const text = values.join(" and ");
    const fault = (requirement: string) =>
      faults.push({ parameter: name, requirement, value: text });
    if (!Object.hasOwn(parameters, name)) {
      fault(`${findInstead(name, parameters)}, as ${nameAll(parameters)}`);
      continue;
    }
    texts[name] = text;
    if (values.length > 1) {
      fault("given once");
      continue;
    }
    try {
      query[name] = parameters[name]!(text);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      fault(error.message);
    }
  }
  return {
    query: query as Query<P>,
    texts: texts as ReadQuery<P>["texts"],
    faults,
  };
}

/** What to do with an unknown one: most are known ones, cut short or written out. */
function findInstead(name: string, parameters: Parameters): string {
  const meant = Object.keys(parameters).filter((one) =>
    isPart(name, one) || isPart(one, name)
  );
  return meant.length === 0
    ? "left out"
    : `left out or called ${meant.join(" or ")}`;
}

function isPart(part: string, whole: string): boolean {
  return part.length >= SHORTEST_PART && whole.includes(part);
}

function nameAll(parameters: Parameters): string {
  const names = Object.keys(parameters);
  return names.length === 0
    ? "there are no parameters"
    : `the parameters are ${names.join(", ")}`;
}
