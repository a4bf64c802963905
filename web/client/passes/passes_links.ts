/// <reference lib="dom" />
import { curlCommand, wireCopyButton } from "../export/copy_button.ts";
import type { TimeRange } from "../feed/position_window.ts";
import type { PassesElements } from "./passes_elements.ts";
import { passesAddresses } from "./passes_query.ts";

/** What is listed, for other programs: files, and a command. */
export class PassesLinks {
  readonly #parts: PassesElements;
  #address = "";

  constructor(parts: PassesElements) {
    this.#parts = parts;
    wireCopyButton(parts.curl, () => curlCommand(this.#address));
  }

  draw(filters: string, range: TimeRange, moves: boolean): void {
    const { csv, calendar } = this.#parts;
    const addresses = passesAddresses(filters, range, moves);
    if (addresses.json === this.#address) return;
    this.#address = addresses.json;
    csv.href = addresses.csv;
    calendar.href = addresses.calendar;
  }
}
