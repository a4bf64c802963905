/// <reference lib="dom" />
import { Asker } from "../asker.ts";
import { makeExports } from "../export/export_buttons.ts";
import type { SatelliteInfo } from "../feed/contract.ts";
import type { Recording } from "../feed/recording.ts";
import { formatDuration, formatTimeOfDay } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import { orderSatellites } from "../satellites/order_satellites.ts";
import type { View } from "../view.ts";
import { ActionList } from "./action_list.ts";
import { DeadLettersPanel } from "./dead_letters_panel.ts";
import {
  describeElements,
  type ExpectedErrors,
  findOldElements,
  withOldestElements,
} from "./describe_elements.ts";
import { describeProjection } from "./describe_projection.ts";
import { describeRoom } from "./describe_room.ts";
import { describeServices } from "./describe_services.ts";
import { describeTopics } from "./describe_topics.ts";
import { findActions } from "./find_actions.ts";
import { isOld } from "./is_old.ts";
import {
  expectedErrorsPath,
  readExpectedErrors,
} from "./read_expected_errors.ts";
import type { KnownStatus, StatusReader } from "./status_reader.ts";
import { StatusTable } from "./status_table.ts";
import { texts } from "./status_texts.ts";

/** So many have a row. */
const mostElements = 12;
/** So many can be named in an address; what is expected is asked of no more. */
const mostAsked = 500;

/** How everything is, in words that an operator can act on. */
export class StatusView implements View {
  readonly #root: HTMLElement;
  readonly #reader: StatusReader;
  readonly #asOf = makeElement("span", {
    class: "as-of",
    "data-testid": "status-as-of",
  });
  readonly #statusExports = makeExports();
  readonly #elementsExports = makeExports();
  readonly #well = makeElement("p", { class: "well" }, texts.well);
  readonly #actions = new ActionList();
  readonly #services = new StatusTable("services", texts.services.title, {
    heads: texts.services.heads,
  });
  readonly #topics = new StatusTable("topics", texts.topics.title, {
    heads: texts.topics.heads,
    empty: texts.topics.none,
  });
  readonly #projection = new StatusTable("projection", texts.flow.title, {});
  readonly #room = new StatusTable("room", texts.room.title, {
    heads: texts.room.heads,
    empty: texts.unknown,
  });
  readonly #elements = new StatusTable("elements", texts.elements.title, {
    heads: texts.elements.heads,
    empty: texts.elements.none,
  });
  readonly #deadLetters = new DeadLettersPanel();
  #expected: ExpectedErrors = new Map();
  /** Those whose expected errors were asked for. */
  #asked: readonly number[] = [];
  readonly #errors = new Asker<readonly number[], ExpectedErrors>({
    ask: readExpectedErrors,
    onOther: () => {},
    onAnswer: (answer) => {
      this.#expected = answer;
      return true;
    },
    // There they stay as they were known last.
    onFailed: () => {},
  });

  constructor(root: HTMLElement, reader: StatusReader) {
    this.#root = root;
    this.#reader = reader;
    this.#elements.section.append(
      makeElement("footer", {}, texts.elements.what),
    );
    this.#elements.section.querySelector("header")!.append(
      this.#elementsExports.element,
    );
    this.#statusExports.offer(texts.exported, { path: () => "projection" });
    root.append(
      makeElement(
        "section",
        { class: "panel needs", "aria-labelledby": "status-needs" },
        makeElement(
          "header",
          {},
          makeElement("h2", { id: "status-needs" }, texts.title),
          this.#asOf,
          this.#statusExports.element,
        ),
        this.#well,
        this.#actions.element,
      ),
      this.#deadLetters.section,
      makeElement(
        "div",
        { class: "page" },
        this.#services.section,
        this.#projection.section,
      ),
      makeElement(
        "div",
        { class: "page" },
        this.#topics.section,
        this.#elements.section,
        this.#room.section,
      ),
    );
  }

  draw(recording: Recording): void {
    const known = this.#reader.read();
    const satellites = orderSatellites(
      [...recording.satellites.values()].map(({ info }) => info),
    );
    this.#drawNeeds(known, satellites);
    this.#services.draw({ rows: describeServices(known) });
    this.#drawElements(satellites, known.nowMs);
    const { answer, nowMs } = known;
    for (const table of [this.#topics, this.#projection, this.#room]) {
      table.section.hidden = answer === null;
    }
    this.#deadLetters.draw(answer?.dead_letters.count ?? null);
    if (answer === null) return;
    this.#topics.draw(describeTopics(answer, nowMs));
    this.#projection.draw(describeProjection(answer, nowMs));
    this.#room.draw(describeRoom(answer, nowMs));
  }

  /** Nothing here has a colour of its own. */
  retheme(): void {}

  #drawNeeds(known: KnownStatus, satellites: readonly SatelliteInfo[]): void {
    const { answer, nowMs, ageMs } = known;
    const actions = [
      ...findActions(known),
      ...findOldElements(satellites, this.#expected, nowMs),
    ];
    this.#actions.draw(actions);
    this.#well.hidden = answer === null || actions.length > 0;
    const isOfThen = answer !== null && isOld(ageMs);
    this.#root.classList.toggle("is-old", isOfThen);
    const time = formatTimeOfDay(nowMs - ageMs, nowMs);
    setText(
      this.#asOf,
      answer === null
        ? texts.loading
        : isOfThen
        ? texts.oldAsOf(time, formatDuration(ageMs))
        : texts.asOf(time),
    );
  }

  #drawElements(satellites: readonly SatelliteInfo[], nowMs: number): void {
    const asked = withOldestElements(satellites, mostAsked, nowMs);
    if (asked.length > 0) {
      this.#asked = asked.map(({ norad_id }) => norad_id);
      this.#errors.askIfDue(this.#asked);
      this.#elementsExports.offer(texts.elements.exported, {
        path: () => expectedErrorsPath(this.#asked),
      });
    }
    const some = withOldestElements(satellites, mostElements, nowMs);
    this.#elements.draw({
      rows: describeElements(some, this.#expected, nowMs),
    });
  }
}
