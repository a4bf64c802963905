/** The part of JSON Schema, as OpenAPI 3.1 has it, that this API needs. */
export interface Schema {
  /** A short name, where the description is long. */
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly (string | number | null)[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

export const TEXT: Schema = { type: "string" };
export const NUMBER: Schema = { type: "number" };
export const WHOLE: Schema = { type: "integer" };
export const FLAG: Schema = { type: "boolean" };
export const INSTANT: Schema = { type: "string", format: "date-time" };

export function choice(...values: readonly string[]): Schema {
  return { type: "string", enum: values };
}

export function list(items: Schema): Schema {
  return { type: "array", items };
}

export function nullable(schema: Schema): Schema {
  return {
    ...schema,
    type: [schema.type as string, "null"],
    ...schema.enum && { enum: [...schema.enum, null] },
  };
}

/** @param fields By name; one that ends in `?` may be left out. */
export function object(fields: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(fields);
  return {
    type: "object",
    properties: Object.fromEntries(
      names.map((name) => [name.replace(/\?$/, ""), fields[name]!]),
    ),
    required: names.filter((name) => !name.endsWith("?")),
  };
}

export function says(schema: Schema, description: string): Schema {
  return { ...schema, description };
}
