/// <reference lib="dom" />
import { makeExports } from "../export/export_buttons.ts";
import type { Recording } from "../feed/recording.ts";
import { formatDuration, formatTimeOfDay } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import type { View } from "../view.ts";
import { ActionList } from "./action_list.ts";
import { DeadLettersPanel } from "./dead_letters_panel.ts";
import { describeElements } from "./describe_elements.ts";
import { describeProjection } from "./describe_projection.ts";
import { describeRoom } from "./describe_room.ts";
import { describeServices } from "./describe_services.ts";
import { describeTopics } from "./describe_topics.ts";
import type { Action } from "./find_actions.ts";
import { isOld } from "./is_old.ts";
import type { Needs } from "./needs.ts";
import { expectedErrorsPath } from "./read_expected_errors.ts";
import type { KnownStatus, StatusReader } from "./status_reader.ts";
import { StatusTable } from "./status_table.ts";
import { texts } from "./status_texts.ts";

/** How everything is, in words that an operator can act on. */
export class StatusView implements View {
  readonly #root: HTMLElement;
  readonly #reader: StatusReader;
  readonly #needs: Needs;
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

  constructor(
    root: HTMLElement,
    { reader, needs }: { reader: StatusReader; needs: Needs },
  ) {
    this.#root = root;
    this.#reader = reader;
    this.#needs = needs;
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
    this.#drawNeeds(known, this.#needs.find(known, recording));
    this.#services.draw({ rows: describeServices(known) });
    this.#drawElements(known.nowMs);
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

  #drawNeeds(known: KnownStatus, actions: readonly Action[]): void {
    const { answer, nowMs, ageMs } = known;
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

  #drawElements(nowMs: number): void {
    const { expected, shown } = this.#needs;
    if (shown.length > 0) {
      this.#elementsExports.offer(texts.elements.exported, {
        path: () => expectedErrorsPath(shown.map(({ norad_id }) => norad_id)),
      });
    }
    this.#elements.draw({ rows: describeElements(shown, expected, nowMs) });
  }
}
