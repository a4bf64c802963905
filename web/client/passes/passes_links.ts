/// <reference lib="dom" />
import { curlCommand, wireCopyButton } from "../export/copy_button.ts";
import { nameSpan } from "../export/name_span.ts";
import type { TimeRange } from "../feed/position_window.ts";
import type { PassesElements } from "./passes_elements.ts";
import { passesAddresses } from "./passes_query.ts";
import { texts } from "./passes_texts.ts";

/** What is listed, for other programs: files, and a command. */
export class PassesLinks {
  readonly #parts: PassesElements;
  #address = "";
  #calendar = "";

  constructor(parts: PassesElements) {
    this.#parts = parts;
    wireCopyButton(parts.curl, () => curlCommand(this.#address));
  }

  draw(filters: string, range: TimeRange, moves: boolean): void {
    const { csv, calendar } = this.#parts;
    const addresses = passesAddresses(filters, range, moves);
    const { json, calendar: subscription } = addresses;
    if (json === this.#address && subscription === this.#calendar) return;
    this.#address = json;
    this.#calendar = subscription;
    csv.href = addresses.csv;
    csv.download = `${texts.csvFile} ${nameSpan(range.fromMs, range.toMs)}.csv`;
    calendar.href = addresses.calendar;
  }
}
