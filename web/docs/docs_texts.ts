import { GROUPS } from "../openapi/operation.ts";

/** Every English text of the page that is not in the document itself. */
export const texts = {
  title: "API",
  skip: "Skip to the requests",
  contents: "Requests",
  document: "As OpenAPI 3.1, for programs",
  get: "GET",
  copy: "Copy",
  try: "Try it",
  parameters: "Parameters",
  required: "required",
  header: "header",
  inPath: "in the path",
  standard: (value: string) => `${value} if left out`,
  answers: "Answers",
  problems: (statuses: string) =>
    `Else ${statuses}, each as application/problem+json with a sentence that says what to do.`,
  fields: (type: string) => `What ${type} holds`,
  either: "either",
  or: "or",
  mayBeNull: "or null",
  optional: "not always there",
  listOf: (what: string) => `list of ${what}`,
};

/** In what order the page tells of its parts, and how it calls them. */
export const GROUP_TITLES: Readonly<Record<typeof GROUPS[number], string>> = {
  Positions: "Positions",
  Satellites: "Satellites and their elements",
  Passes: "Passes over a place",
  Operation: "How the service is",
};
