import type { Schema } from "../openapi/schema.ts";
import { texts } from "./docs_texts.ts";

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  integer: "whole number",
  boolean: "true or false",
  object: "object",
};

/** Says in words what a parameter takes, but for its default. */
export function describeValue(schema: Schema): string {
  if (schema.enum) return schema.enum.join(", ");
  const known = schema.title ?? schema.description;
  if (known !== undefined) return known;
  return `${typeOf(schema)}${limitsOf(schema)}`;
}

/** Says in words what a field of an answer is. */
export function describeField(schema: Schema): string {
  const isNullable = Array.isArray(schema.type);
  const values = schema.enum?.filter((value) => value !== null);
  const what = values
    ? values.join(", ")
    : schema.items
    ? texts.listOf(schema.items.items ? "lists" : typeOf(schema.items))
    : typeOf(schema);
  return isNullable ? `${what}, ${texts.mayBeNull}` : what;
}

/** The object that a schema describes, or whose list it describes. */
export function objectIn(schema: Schema): Schema | null {
  if (schema.properties) return schema;
  return schema.items ? objectIn(schema.items) : null;
}

function typeOf({ type, format }: Schema): string {
  if (format === "date-time") return "instant";
  const name = Array.isArray(type) ? type[0] : type;
  return TYPES[name as string] ?? String(name);
}

function limitsOf(schema: Schema): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (exclusiveMinimum !== undefined) {
    return ` between ${exclusiveMinimum} and ${exclusiveMaximum}`;
  }
  return minimum === undefined ? "" : `, ${minimum} to ${maximum}`;
}
