/// <reference lib="dom" />
import { setText } from "../make_element.ts";
import { texts } from "./export_texts.ts";

const saidForMs = 2_000;

/** Makes a button copy a text, and say for a while whether it did. */
export function wireCopyButton(
  button: HTMLButtonElement,
  text: () => string,
): void {
  const label = button.textContent!;
  // Only pages over HTTPS, or of this machine, may write to the clipboard.
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    // What stands beside it stays where it is.
    button.style.minWidth = `${button.getBoundingClientRect().width}px`;
    try {
      await navigator.clipboard.writeText(text());
      setText(button, texts.copied);
    } catch {
      setText(button, texts.notCopied);
    }
    setTimeout(() => setText(button, label), saidForMs);
  });
}

/** Returns the command that asks for what a path of this server answers. */
export function curlCommand(path: string): string {
  return `curl '${new URL(path, location.href).href}'`;
}
