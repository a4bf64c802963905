/// <reference lib="dom" />
import { makeElement } from "./make_element.ts";
import { splitCommands } from "./split_commands.ts";

/** A sentence in which commands stand between backquotes, as the page shows it. */
export function markCommands(sentence: string): (Node | string)[] {
  return splitCommands(sentence).map(({ text, isCommand }) =>
    isCommand ? makeElement("code", {}, text) : text
  );
}
