import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ProjectionUnavailable } from "../shared/projection/projection.ts";

/** One thing that is wrong with a request. */
export interface Fault {
  readonly parameter: string;
  /** What the parameter must be. */
  readonly requirement: string;
  /** What it was, shortened; null where it is missing. */
  readonly value: string | null;
}

const LONGEST_VALUE = 100;

export const PROBLEM_TITLES: Record<number, string> = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** What a status asks of the client, or tells it. */
const HEADERS: Record<number, Record<string, string>> = {
  405: { allow: "GET, HEAD" },
  429: { "retry-after": "2" },
  503: { "retry-after": "2" },
};

/** An answer other than the one asked for, as RFC 9457 has it. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly status: ContentfulStatusCode,
    detail: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(detail);
  }

  toJSON() {
    return {
      type: "about:blank",
      title: PROBLEM_TITLES[this.status] ?? "Error",
      status: this.status,
      detail: this.message,
      ...(this.faults.length > 0 && { faults: this.faults }),
    };
  }

  toResponse(): Response {
    const body = new TextEncoder().encode(JSON.stringify(this));
    const headers = {
      "content-type": "application/problem+json",
      "content-length": String(body.length),
      ...HEADERS[this.status],
    };
    return new Response(body, { status: this.status, headers });
  }
}

/** The problem of one parameter or more, each of them named in the detail. */
export function badParameters(given: readonly Fault[]): Problem {
  const faults = given.map((fault) => ({
    ...fault,
    value: fault.value?.slice(0, LONGEST_VALUE) ?? null,
  }));
  const said = describeFaults(faults);
  return new Problem(400, `Cannot answer as ${said}`, faults);
}

/** What each parameter must be, and what it was, in one line. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults.map(({ parameter, requirement, value }) =>
    `${parameter} must be ${requirement}: current value is ${
      value === null ? "missing" : JSON.stringify(value)
    }`
  ).join("; and ");
}

/** What a client is told of an error; reports it, where it is a fault here. */
export function toProblem(
  error: Error,
  onError: (error: Error) => void,
): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ProjectionUnavailable) {
    return new Problem(503, error.message);
  }
  onError(error);
  return new Problem(500, "Cannot answer, by a fault of the server");
}
