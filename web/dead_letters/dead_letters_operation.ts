import type { Operation } from "../openapi/operation.ts";
import {
  INSTANT,
  list,
  nullable,
  object,
  says,
  TEXT,
  WHOLE,
} from "../openapi/schema.ts";
import { DEAD_LETTERS_PARAMETERS } from "./dead_letters_request.ts";

const DEAD_LETTER = object({
  topic: TEXT,
  partition: WHOLE,
  offset: WHOLE,
  time: nullable(INSTANT),
  key: nullable(TEXT),
  reason: TEXT,
  value_bytes: says(nullable(WHOLE), "Of the whole of it"),
  value: says(nullable(TEXT), "Its beginning, where that is text"),
  value_base64: nullable(TEXT),
});

export const DEAD_LETTERS_OPERATION: Operation = {
  path: "/api/v1/dead-letters",
  group: "Operation",
  summary: "The records that could not be applied",
  description: "In order of log position, each with the reason, in pages.",
  parameters: DEAD_LETTERS_PARAMETERS,
  answers: {
    "application/json": object({
      dead_letters: list(DEAD_LETTER),
      next: nullable(TEXT),
    }),
  },
  problems: [400, 503],
  examples: [{
    summary: "The first hundred",
    address: "/api/v1/dead-letters",
  }],
};
