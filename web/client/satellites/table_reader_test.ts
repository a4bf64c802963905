import { equal } from "node:assert/strict";
import { isAnswerTo } from "./table_reader.ts";

Deno.test("isAnswerTo() takes a list of all for an answer to any search, and another only to its own", () => {
  equal(isAnswerTo("AQUA", { search: "", isCut: false }), true);
  equal(isAnswerTo("AQUA", { search: "", isCut: true }), false);
  equal(isAnswerTo("AQUA", { search: "TERRA", isCut: false }), false);
  equal(isAnswerTo("AQUA", { search: "AQUA", isCut: true }), true);
});
