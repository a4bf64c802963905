import assert from "node:assert/strict";
import { splitCommands } from "./split_commands.ts";

Deno.test("splitCommands() tells commands from the text around them", () => {
  assert.deepEqual(splitCommands("See `a b`; then `c`."), [
    { text: "See ", isCommand: false },
    { text: "a b", isCommand: true },
    { text: "; then ", isCommand: false },
    { text: "c", isCommand: true },
    { text: ".", isCommand: false },
  ]);
  assert.deepEqual(splitCommands("`a`"), [{ text: "a", isCommand: true }]);
  assert.deepEqual(splitCommands("Nothing to run"), [
    { text: "Nothing to run", isCommand: false },
  ]);
});
