/// <reference lib="dom" />
import { Asker } from "../asker.ts";
import type { Recording } from "../feed/recording.ts";
import { orderSatellites } from "../satellites/order_satellites.ts";
import {
  type ExpectedErrors,
  findOldElements,
  withOldestElements,
} from "./describe_elements.ts";
import { type Action, findActions } from "./find_actions.ts";
import { readExpectedErrors } from "./read_expected_errors.ts";
import type { KnownStatus } from "./status_reader.ts";

/** So many can be named in an address; what is expected is asked of no more. */
const mostAsked = 500;

/** What needs someone: the same in the header of every page as on the status page. */
export class Needs {
  /** How far off satellites are to be expected, as it was told last. */
  expected: ExpectedErrors = new Map();
  /** Those whose expected errors were asked for. */
  asked: readonly number[] = [];
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
    const satellites = orderSatellites(
      [...recording.satellites.values()].map(({ info }) => info),
    );
    const asked = withOldestElements(satellites, mostAsked, known.nowMs);
    if (asked.length > 0) {
      this.asked = asked.map(({ norad_id }) => norad_id);
      this.#asker.askIfDue(this.asked);
    }
    return [
      ...findActions(known),
      ...findOldElements(satellites, this.expected, known.nowMs),
    ];
  }
}
