/// <reference lib="dom" />
import type { TimeRange } from "../feed/position_window.ts";
import { setText } from "../make_element.ts";
import type { PassesElements } from "./passes_elements.ts";
import { passesPath } from "./passes_query.ts";
import { texts } from "./passes_texts.ts";

const saidForMs = 2_000;

/** What is listed, for other programs: files, and a command. */
export class PassesLinks {
  readonly #parts: PassesElements;
  #url = "";

  constructor(parts: PassesElements) {
    this.#parts = parts;
    const { curl } = parts;
    // Only pages over HTTPS may write to the clipboard.
    curl.hidden = !navigator.clipboard;
    curl.addEventListener("click", () => this.#copy());
  }

  draw(filters: string, range: TimeRange): void {
    const { csv, calendar } = this.#parts;
    const path = `/api/v1/${passesPath(filters, range)}`;
    const url = new URL(path, location.href).href;
    if (url === this.#url) return;
    this.#url = url;
    csv.href = `${path}&format=csv`;
    calendar.href = `${path}&format=ics`;
  }

  async #copy(): Promise<void> {
    const { curl } = this.#parts;
    try {
      await navigator.clipboard.writeText(`curl '${this.#url}'`);
      setText(curl, texts.copied);
    } catch {
      setText(curl, texts.notCopied);
    }
    setTimeout(() => setText(curl, texts.curl), saidForMs);
  }
}
