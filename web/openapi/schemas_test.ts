import assert from "node:assert/strict";
import type { Parameter } from "../query.ts";
import type { DescribedParameter } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import type { Schema } from "./schema.ts";

const parameters = OPERATIONS.flatMap((one) =>
  Object.entries({ ...one.parameters, ...one.headers })
    .map(([name, parameter]) => ({ path: one.path, name, parameter }))
);

/** Texts that must be taken, and ones that must not, by a schema alone. */
function textsOf(schema: Schema): { good: string[]; bad: string[] } {
  const { examples = [], default: standard } = schema;
  const given = [...examples, ...standard === undefined ? [] : [standard]]
    .map(String);
  const { minimum: least, maximum: most } = schema;
  if (schema.enum) {
    return { good: [...schema.enum.map(String), ...given], bad: ["", "Other"] };
  }
  switch (schema.type) {
    case "boolean":
      return { good: ["true", "false", ...given], bad: ["1", "True", ""] };
    case "integer":
      return {
        good: [String(least), String(most), ...given],
        bad: [String(least! - 1), String(most! + 1), "1.5", ""],
      };
    case "number": {
      const { exclusiveMinimum: above, exclusiveMaximum: below } = schema;
      const ends = [least, most].flatMap((end) => end ?? []).map(String);
      return {
        good: [...ends, ...given],
        bad: [
          least === undefined ? String(above) : String(least - 0.001),
          most === undefined ? String(below) : String(most + 0.001),
          "",
        ],
      };
    }
    case "array": {
      const items = textsOf(schema.items!);
      const many = Array.from({ length: schema.maxItems! }, (_, i) => i + 1);
      return {
        good: [...items.good, many.join(","), ...given],
        bad: [...items.bad, [...many, 1].join(",")],
      };
    }
    case "string":
      return {
        good: [...given, ...lengthsOf(schema)],
        bad: [
          "",
          ...schema.maxLength ? ["a".repeat(schema.maxLength + 1)] : [],
        ],
      };
    default:
      throw new TypeError(`Cannot try a schema of type ${schema.type}`);
  }
}

function lengthsOf({ minLength, maxLength }: Schema): string[] {
  return [minLength, maxLength].flatMap((length) =>
    length === undefined ? [] : ["a".repeat(length)]
  );
}

Deno.test("a parameter takes what its schema says, and nothing beyond it", () => {
  const accepts = (parameter: Parameter<unknown>, text: string) => {
    try {
      parameter(text);
      return true;
    } catch (error) {
      assert.ok(error instanceof RangeError, String(error));
      return false;
    }
  };
  for (const { path, name, parameter } of parameters) {
    const { good, bad } = textsOf(parameter.schema);
    for (const text of good) {
      assert.ok(accepts(parameter, text), `${path} ${name}=${text}`);
    }
    for (const text of bad) {
      assert.ok(!accepts(parameter, text), `${path} ${name}=${text}`);
    }
    const { pattern } = parameter.schema;
    if (pattern !== undefined) {
      // As JSON Schema reads it: with the flag u.
      assert.doesNotThrow(() => new RegExp(pattern, "u"), name);
    }
  }
});

Deno.test("every parameter says in a sentence what it is there for", () => {
  const short = parameters.filter(({ parameter }) =>
    (parameter as DescribedParameter<unknown>).description.length < 10
  );
  assert.deepEqual(short.map(({ path, name }) => `${path} ${name}`), []);
});
