export interface TextPart {
  readonly text: string;
  readonly isCommand: boolean;
}

/** Takes a sentence apart into plain text and commands between backquotes. */
export function splitCommands(sentence: string): TextPart[] {
  return sentence.split("`")
    .map((text, index) => ({ text, isCommand: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
