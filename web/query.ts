import { badParameters, type Fault } from "./problem.ts";

/** Reads the text of a parameter; throws a RangeError that says what it must be. */
export type Parameter<T> = (text: string) => T;

type Parameters = Record<string, Parameter<unknown>>;
export type Query<P extends Parameters> = {
  readonly [K in keyof P]?: ReturnType<P[K]>;
};

/**
 * Reads the query of a request. All of its parameters are optional.
 *
 * @throws {Problem} 400, if any is unknown, repeated or wrong; it names all.
 */
export function parseQuery<P extends Parameters>(
  url: string,
  parameters: P,
): Query<P> {
  const search = new URL(url).searchParams;
  const query: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    const fault = (requirement: string) =>
      faults.push({
        parameter: name,
        requirement,
        value: values.join(" and "),
      });
    if (!Object.hasOwn(parameters, name)) {
      fault(`left out, as ${nameAll(parameters)}`);
    } else if (values.length > 1) {
      fault("given once");
    } else {
      try {
        query[name] = parameters[name]!(values[0]!);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        fault(error.message);
      }
    }
  }
  if (faults.length > 0) throw badParameters(faults);
  return query as Query<P>;
}

function nameAll(parameters: Parameters): string {
  const names = Object.keys(parameters);
  return names.length === 0
    ? "there are no parameters"
    : `the parameters are ${names.join(", ")}`;
}
