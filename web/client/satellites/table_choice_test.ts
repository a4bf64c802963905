import { deepEqual, match } from "node:assert/strict";
import fc from "fast-check";
import {
  defaultTableChoice,
  formatTableChoice,
  longestSearch,
  parseTableChoice,
} from "./table_choice.ts";
import { columns } from "./table_rows.ts";

function parse(search: string) {
  const problems: string[] = [];
  const choice = parseTableChoice(new URLSearchParams(search), problems);
  return { choice, problems };
}

Deno.test("formatTableChoice() and parseTableChoice() are inverse", () => {
  const choice = fc.record({
    search: fc.string({ maxLength: longestSearch }),
    sort: fc.record({
      column: fc.constantFrom(...columns),
      isDown: fc.boolean(),
    }),
  });
  fc.assert(fc.property(choice, (choice) => {
    const address = formatTableChoice(choice).join("&");
    deepEqual(parse(address), { choice, problems: [] });
  }));
});

Deno.test("formatTableChoice() writes nothing for the default", () => {
  deepEqual(formatTableChoice(defaultTableChoice), []);
});

Deno.test("parseTableChoice() says which order it does not know", () => {
  for (const sort of ["height", "--name", "name-", ""]) {
    const { choice, problems } = parse(`sort=${sort}`);
    deepEqual(choice, defaultTableChoice, sort);
    match(problems[0]!, /is not one of name, number, .*state/);
  }
});
