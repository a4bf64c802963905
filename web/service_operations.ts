import type { Operation } from "./openapi/operation.ts";
import { choice, object, TEXT, WHOLE } from "./openapi/schema.ts";

/** What whoever watches the service asks. */
export const SERVICE_OPERATIONS: readonly Operation[] = [
  {
    path: "/healthz",
    group: "Operation",
    summary: "Whether the web app answers",
    description: "Also where it has nothing to tell.",
    answers: { "application/json": object({ status: choice("ok") }) },
    examples: [{ summary: "Is it alive?", address: "/healthz" }],
  },
  {
    path: "/readyz",
    group: "Operation",
    summary: "Whether there is a projection that can be read",
    description: "503, as long as there is none.",
    answers: {
      "application/json": object({
        status: choice("ok"),
        projection: TEXT,
        revision: WHOLE,
      }),
    },
    problems: [503],
    examples: [{ summary: "Is it ready?", address: "/readyz" }],
  },
  {
    path: "/metrics",
    group: "Operation",
    summary: "The same figures for Prometheus",
    description: "Of the web app, and of the projector as far as it is known.",
    answers: { "text/plain": TEXT },
    examples: [{ summary: "All figures", address: "/metrics" }],
  },
  {
    path: "/openapi.json",
    group: "Operation",
    summary: "What can be asked here, for programs",
    description: "This documentation as OpenAPI 3.1.",
    answers: { "application/json": { type: "object" } },
    examples: [{ summary: "The document", address: "/openapi.json" }],
  },
];
