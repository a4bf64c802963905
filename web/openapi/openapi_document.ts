import { catalogueNumber } from "../parameters.ts";
import { PROBLEM_TITLES } from "../problem.ts";
import {
  described,
  type DescribedParameter,
  type Example,
  type Group,
  GROUPS,
  type Operation,
} from "./operation.ts";
import {
  list,
  nullable,
  object,
  says,
  type Schema,
  TEXT,
  WHOLE,
} from "./schema.ts";

/** A parameter, as OpenAPI has it. */
export interface DocumentedParameter {
  readonly name: string;
  readonly in: "query" | "path" | "header";
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  /** Of a list: its items are separated by commas. */
  readonly style?: "form";
  readonly explode?: false;
}

/** What a status answers with, as OpenAPI has it. */
export interface DocumentedAnswer {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
}

/** The `GET` of one path. */
export interface DocumentedOperation {
  readonly operationId: string;
  readonly tags: readonly [Group];
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly DocumentedParameter[];
  readonly responses: Readonly<
    Record<string, DocumentedAnswer | { readonly $ref: string }>
  >;
  /** Whole requests, of which OpenAPI knows only the parts. */
  readonly "x-examples": readonly Example[];
}

export type OpenapiDocument = ReturnType<typeof openapiDocument>;

const PROBLEM = object({
  type: TEXT,
  title: TEXT,
  status: WHOLE,
  detail: says(TEXT, "A sentence that says what to do"),
  "faults?": says(
    list(object({
      parameter: TEXT,
      requirement: says(TEXT, "What it must be"),
      value: says(nullable(TEXT), "What it was; null where it is missing"),
    })),
    "All that is wrong with the request",
  ),
});

const NORAD_ID = described(catalogueNumber, "The satellite's catalogue number");

/** Returns the OpenAPI 3.1 document of the operations. */
export function openapiDocument(operations: readonly Operation[]) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Groundtrack",
      version: "1",
      description:
        "Positions of satellites, live and as recorded, and what follows from them. All is read with GET, and unknown parameters are refused. Ranges are half-open; instants are ISO 8601 in UTC, such as 2026-08-21T14:36:42Z, or Unix seconds or milliseconds. Answers in pages give the cursor of the next page as next, and as the header Link.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: GROUPS.map((name) => ({ name })),
    paths: Object.fromEntries(
      operations.map((one) => [one.path, { get: operationOf(one) }]),
    ),
    components: { responses: problemAnswers(operations) },
  };
}

function operationOf(operation: Operation): DocumentedOperation {
  const { path, group, summary, description, examples } = operation;
  const { parameters = {}, required = [], headers = {} } = operation;
  return {
    operationId: operationId(path),
    tags: [group],
    summary,
    description,
    parameters: [
      ...path.includes("{norad_id}")
        ? [parameterOf("norad_id", NORAD_ID, { in: "path", required: true })]
        : [],
      ...Object.entries(parameters).map(([name, one]) =>
        parameterOf(name, one, {
          in: "query",
          required: required.includes(name),
        })
      ),
      ...Object.entries(headers).map(([name, one]) =>
        parameterOf(name, one, { in: "header", required: false })
      ),
    ],
    responses: {
      200: { description: summary, content: contentOf(operation) },
      ...Object.fromEntries(
        (operation.problems ?? []).map((status) => [
          status,
          { $ref: `#/components/responses/${status}` },
        ]),
      ),
    },
    "x-examples": examples,
  };
}

/** Such as `satellites_passes`. */
function operationId(path: string): string {
  return path.replace("/api/v1", "").replaceAll(/\{\w+\}/g, "")
    .split(/\W+/).filter((word) => word !== "").join("_");
}

function parameterOf(
  name: string,
  { schema, description }: DescribedParameter<unknown>,
  where: Pick<DocumentedParameter, "in" | "required">,
): DocumentedParameter {
  return {
    name,
    ...where,
    description,
    schema,
    ...schema.type === "array" && { style: "form", explode: false },
  };
}

function contentOf({ answers }: Operation): DocumentedAnswer["content"] {
  return Object.fromEntries(
    Object.entries(answers).map(([type, schema]) => [type, { schema }]),
  );
}

function problemAnswers(
  operations: readonly Operation[],
): Record<string, DocumentedAnswer> {
  const statuses = new Set(operations.flatMap(({ problems = [] }) => problems));
  return Object.fromEntries(
    [...statuses].map((status) => [status, {
      description: PROBLEM_TITLES[status]!,
      content: { "application/problem+json": { schema: PROBLEM } },
    }]),
  );
}
