import type { Parameter } from "../query.ts";
import type { Schema } from "./schema.ts";

/** A parameter of a route, with what it is there for. */
export interface DescribedParameter<T> extends Parameter<T> {
  readonly description: string;
}

/** What the documentation says of one route. */
export interface Operation {
  /** As OpenAPI writes it: `/api/v1/satellites/{norad_id}/nodes`. */
  readonly path: string;
  readonly group: Group;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: Readonly<Record<string, DescribedParameter<unknown>>>;
  /** Names of parameters without which there is no answer. */
  readonly required?: readonly string[];
  /** Headers that say what a parameter can say as well. */
  readonly headers?: Readonly<Record<string, DescribedParameter<unknown>>>;
  /** By media type. */
  readonly answers: Readonly<Record<string, Schema>>;
  /** Statuses other than 200. */
  readonly problems?: readonly number[];
  readonly examples: readonly Example[];
}

/** A request that is answered wherever TERRA is recorded, as it is by default. */
export interface Example {
  readonly summary: string;
  readonly address: string;
}

export const GROUPS = [
  "Positions",
  "Satellites",
  "Passes",
  "Operation",
] as const;

export type Group = typeof GROUPS[number];

/**
 * Says what a parameter is there for.
 *
 * @param standard What holds where it is left out, if that is always the same.
 */
export function described<T>(
  parameter: Parameter<T>,
  description: string,
  standard?: string | number | boolean,
): DescribedParameter<T> {
  const read = (text: string) => parameter(text);
  const schema = standard === undefined
    ? parameter.schema
    : { ...parameter.schema, default: standard };
  return Object.assign(read, { schema, description });
}
