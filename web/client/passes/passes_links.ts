/// <reference lib="dom" />
import type { TimeRange } from "../feed/position_window.ts";
import { setText } from "../make_element.ts";
import type { PassesElements } from "./passes_elements.ts";
import { passesAddresses } from "./passes_query.ts";
import { texts } from "./passes_texts.ts";

const saidForMs = 2_000;

/** What is listed, for other programs: files, and a command. */
export class PassesLinks {
  readonly #parts: PassesElements;
  #address = "";

  constructor(parts: PassesElements) {
    this.#parts = parts;
    const { curl } = parts;
    // Only pages over HTTPS may write to the clipboard.
    curl.hidden = !navigator.clipboard;
    curl.addEventListener("click", () => this.#copy());
  }

  draw(filters: string, range: TimeRange, moves: boolean): void {
    const { csv, calendar } = this.#parts;
    const addresses = passesAddresses(filters, range, moves);
    if (addresses.json === this.#address) return;
    this.#address = addresses.json;
    csv.href = addresses.csv;
    calendar.href = addresses.calendar;
  }

  async #copy(): Promise<void> {
    const { curl } = this.#parts;
    try {
      const { href } = new URL(this.#address, location.href);
      await navigator.clipboard.writeText(`curl '${href}'`);
      setText(curl, texts.copied);
    } catch {
      setText(curl, texts.notCopied);
    }
    setTimeout(() => setText(curl, texts.curl), saidForMs);
  }
}
