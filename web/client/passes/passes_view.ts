/// <reference lib="dom" />
import { Asker } from "../asker.ts";
import type { ElementsOnly } from "../elements_only.ts";
import type { Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import { formatCount, formatDateTime, formatTimeOfDay } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import { SatelliteSelect } from "../satellite_select.ts";
import type { ViewState } from "../time_control/view_state.ts";
import type { View } from "../view.ts";
import { ChosenPass } from "./chosen_pass.ts";
import type { PassesAnswer } from "./contract.ts";
import { describeNext, pickPass } from "./countdown.ts";
import { FiltersForm } from "./filters_form.ts";
import { PassDetails } from "./pass_details.ts";
import type { PassesChoice } from "./passes_choice.ts";
import { makePassesPanel } from "./passes_elements.ts";
import { PassesLinks } from "./passes_links.ts";
import { mostPasses, passesFilters, passesPath } from "./passes_query.ts";
import { isMoving, passesRange } from "./passes_range.ts";
import { PassesTable } from "./passes_table.ts";
import { texts } from "./passes_texts.ts";
import { formatPlace, nameOf, type Place } from "./place.ts";
import { PlaceForm } from "./place_form.ts";
import { type NoPasses, readPasses } from "./read_passes.ts";
import { keepPlace, readPlace } from "./remembered_place.ts";

/** Changes which passes are shown. */
export interface PassesActions {
  choosePasses(choice: PassesChoice): void;
}

/** What is shown, without what only changes how. */
interface PassesQuestion {
  filters: string;
  time: unknown[];
}

/** Passes over one place: those that were, and those to come. */
export class PassesView implements View {
  readonly #elementsOnly: ElementsOnly;
  readonly #actions: PassesActions;
  readonly #satellite = new SatelliteSelect(
    texts.satellite,
    // One that is not listed for a while stays chosen: the address says so.
    () => {},
    { all: texts.allShown },
  );
  readonly #placeForm = new PlaceForm((place) => this.#choosePlace(place));
  readonly #filters = new FiltersForm((change) => this.#change(change));
  readonly #table = new PassesTable((passId) => this.#change({ passId }));
  readonly #details = new PassDetails((plot) => this.#change({ plot }));
  readonly #chosen = new ChosenPass(this.#details, () => this.#drawAnswer());
  readonly #parts = makePassesPanel({
    satellite: this.#satellite.element,
    placeForm: this.#placeForm.element,
    filters: this.#filters.element,
    table: this.#table.element,
    details: this.#details.element,
  });
  readonly #links = new PassesLinks(this.#parts);
  readonly #asker = new Asker<PassesQuestion, PassesAnswer | NoPasses>({
    ask: ({ filters }, signal) =>
      readPasses(passesPath(filters, this.#range()), signal),
    onOther: () => this.#await(),
    onAnswer: (answer) => this.#take(answer),
    onFailed: () => this.#say(texts.failed),
  });
  #shown: { moment: Moment; state: ViewState } | null = null;
  #answer: PassesAnswer | null = null;
  #said = "";
  #isOther = true;
  #isChangingPlace = false;
  #hasChosenPlace = false;

  constructor(
    root: HTMLElement,
    elementsOnly: ElementsOnly,
    actions: PassesActions,
  ) {
    this.#elementsOnly = elementsOnly;
    this.#actions = actions;
    root.append(this.#parts.section);
    this.#satellite.element.addEventListener(
      "change",
      () => this.#change({ noradId: this.#satellite.noradId || null }),
    );
    this.#parts.change.addEventListener("click", () => {
      this.#isChangingPlace = !this.#isChangingPlace;
      this.#drawPlace();
      if (this.#isChangingPlace) this.#placeForm.focus();
    });
  }

  draw(recording: Recording, moment: Moment, state: ViewState): void {
    this.#shown = { moment, state };
    const isAny = this.#satellite.list(recording, this.#elementsOnly.list());
    this.#parts.section.hidden = !isAny;
    if (!isAny) return;
    const { passes: choice, range, atMs } = state;
    if (choice.place === null) {
      const place = readPlace();
      if (place) return this.#change({ place });
    }
    this.#satellite.choose(choice.noradId ?? 0);
    this.#drawPlace();
    const shown = [...recording.satellites.keys()].sort((a, b) => a - b);
    const filters = passesFilters(choice, shown);
    const { answered, footer } = this.#parts;
    this.#satellite.element.hidden = choice.place === null;
    this.#filters.element.hidden =
      answered.hidden =
      footer.hidden =
        filters === null;
    if (filters === null) {
      const { noPlace, noSatellite } = texts;
      return this.#drawMessage(choice.place === null ? noPlace : noSatellite);
    }
    this.#drawMessage(this.#said);
    this.#filters.draw(choice, range);
    this.#links.draw(filters, this.#range(), isMoving(state));
    const time = [range, atMs, choice.daysBack, choice.daysAhead];
    this.#asker.askIfDue({ filters, time });
    this.#drawAnswer();
  }

  retheme(): void {
    this.#details.retheme();
  }

  get #choice(): PassesChoice {
    return this.#shown!.state.passes;
  }

  #range() {
    const { state, moment } = this.#shown!;
    return passesRange(state, moment.nowMs);
  }

  #change(change: Partial<PassesChoice>): void {
    this.#actions.choosePasses({ ...this.#choice, ...change });
  }

  #choosePlace(place: Place | null): void {
    keepPlace(place);
    this.#isChangingPlace = false;
    this.#change({ place, passId: null });
    this.#hasChosenPlace = place !== null;
  }

  #drawPlace(): void {
    const { place } = this.#choice;
    const { title, place: line, change } = this.#parts;
    const isOpen = place === null || this.#isChangingPlace;
    setText(title, place ? texts.titleOf(nameOf(place)) : texts.title);
    setText(line, place?.name ? formatPlace(place) : "");
    change.hidden = this.#placeForm.forget.hidden = place === null;
    change.setAttribute("aria-expanded", String(isOpen));
    this.#placeForm.element.hidden = !isOpen;
    // The form goes away; the focus must not go with it.
    if (this.#hasChosenPlace && place) change.focus();
    if (place) this.#hasChosenPlace = false;
  }

  /** What is there stays until the next answer, so that nothing flashes. */
  #await(): void {
    this.#isOther = true;
    this.#parts.body.setAttribute("aria-busy", "true");
    if (this.#answer === null) this.#say(texts.loading);
  }

  /** Returns whether the answer will do for a while. */
  #take(answer: PassesAnswer | NoPasses): boolean {
    this.#parts.body.removeAttribute("aria-busy");
    const isProblem = "problem" in answer;
    this.#answer = isProblem ? null : answer;
    const { fromMs, toMs } = this.#range();
    this.#say(
      isProblem
        ? answer.problem
        : answer.passes.length === 0
        ? texts.none(formatDateTime(fromMs), formatDateTime(toMs))
        : "",
    );
    this.#drawAnswer();
    if (this.#isOther) this.#table.scrollToNow();
    this.#isOther = false;
    return !isMoving(this.#shown!.state);
  }

  #drawAnswer(): void {
    const { body, next, warnings } = this.#parts;
    const { passes } = this.#answer ?? { passes: [] };
    const { moment } = this.#shown!;
    const { shownMs, nowMs, kind } = moment;
    body.hidden = passes.length === 0;
    setText(next, kind === "live" ? describeNext(passes, nowMs) : "");
    this.#drawWarnings(warnings);
    const choice = this.#choice;
    const chosen = passes.find(({ id }) => id === choice.passId) ??
      pickPass(passes, shownMs);
    if (chosen === null) return;
    const time = `${formatTimeOfDay(shownMs)} UTC`;
    this.#table.draw({
      passes,
      chosenId: chosen.id,
      shownMs,
      now: kind === "live" ? texts.now(time) : texts.shownTime(time),
      isCompared: choice.elements === "compared",
    });
    this.#chosen.draw(chosen, { choice, shownMs });
  }

  #drawWarnings(list: HTMLElement): void {
    const answer = this.#answer;
    const { passId } = this.#choice;
    const isMissing = passId !== null &&
      answer?.passes.every(({ id }) => id !== passId);
    const sentences = answer === null ? [] : [
      ...answer.warnings,
      ...this.#range().isCut ? [texts.cutRange] : [],
      ...answer.next === null ? [] : [texts.more(formatCount(mostPasses))],
      ...isMissing ? [texts.notListed] : [],
    ];
    if (list.dataset.shown === sentences.join("\n")) return;
    list.dataset.shown = sentences.join("\n");
    list.replaceChildren(
      ...sentences.map((sentence) => makeElement("li", {}, sentence)),
    );
  }

  /** Says something of the passes above them; "" for nothing. */
  #say(text: string): void {
    this.#said = text;
    this.#drawMessage(text);
  }

  #drawMessage(text: string): void {
    const { message } = this.#parts;
    setText(message, text);
    message.hidden = text === "";
  }
}
