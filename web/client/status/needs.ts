/// <reference lib="dom" />
import { Asker } from "../asker.ts";
import type { SatelliteInfo } from "../feed/contract.ts";
import type { Recording } from "../feed/recording.ts";
import { mostPanels } from "../feed/roster.ts";
import { orderSatellites } from "../satellites/order_satellites.ts";
import { type ExpectedErrors, findOldElements } from "./describe_elements.ts";
import { type Action, findActions } from "./find_actions.ts";
import { readExpectedErrors } from "./read_expected_errors.ts";
import type { KnownStatus } from "./status_reader.ts";

/** What needs someone: the same in the header of every page as on the status page. */
export class Needs {
  /** How far off satellites are to be expected, as it was told last. */
  expected: ExpectedErrors = new Map();
  /** Those that have a column, in the order of the page: these are asked for. */
  shown: readonly SatelliteInfo[] = [];
  readonly #asker = new Asker<readonly number[], ExpectedErrors>({
    ask: readExpectedErrors,
    onOther: () => {},
    onAnswer: (answer) => {
      this.expected = answer;
      return true;
    },
    // There they stay as they were known last.
    onFailed: () => {},
  });

  /** To be called while the page is shown, and only then. */
  find(
    known: KnownStatus,
    recording: Pick<Recording, "satellites">,
  ): Action[] {
    this.shown = orderSatellites(
      [...recording.satellites.values()].map(({ info }) => info),
    ).slice(0, mostPanels);
    if (this.shown.length > 0) {
      this.#asker.askIfDue(this.shown.map(({ norad_id }) => norad_id));
    }
    return [
      ...findActions(known),
      ...findOldElements(this.shown, this.expected, known.nowMs),
    ];
  }
}
