/// <reference lib="dom" />
import { rangeChosen } from "../charts/range_selection.ts";
import type { ElementsOnly } from "../elements_only.ts";
import type { Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import { formatDateTime, formatTimeOfDay } from "../format.ts";
import { setText } from "../make_element.ts";
import { SatelliteSelect } from "../satellite_select.ts";
import type { ViewState } from "../time_control/view_state.ts";
import type { View } from "../view.ts";
import { chosenSatellites } from "./chosen_satellites.ts";
import type { Pass, PassesAnswer } from "./contract.ts";
import { describeNext, pickPass } from "./countdown.ts";
import { FiltersForm } from "./filters_form.ts";
import { describeMissing, type MissingPass } from "./missing_pass.ts";
import { MissingPassNote } from "./missing_pass_note.ts";
import { PassDetails } from "./pass_details.ts";
import type { PassesChoice } from "./passes_choice.ts";
import { makePassesPanel } from "./passes_elements.ts";
import { PassesLinks } from "./passes_links.ts";
import { askedSatellites, passesFilters } from "./passes_query.ts";
import { isMoving, passesRange } from "./passes_range.ts";
import type { PassesReader } from "./passes_reader.ts";
import { PassesTable } from "./passes_table.ts";
import { texts } from "./passes_texts.ts";
import { PassesWarnings } from "./passes_warnings.ts";
import type { Place } from "./place.ts";
import { PlaceForm } from "./place_form.ts";
import { PlaceHeading } from "./place_heading.ts";
import { keepPlace } from "./remembered_place.ts";
import { settlePlace } from "./settle_place.ts";
import { whatIsLeftOut } from "./what_is_left_out.ts";
import { whyNotAsked } from "./why_not_asked.ts";

/** Changes which passes are shown. */
export interface PassesActions {
  choosePasses(choice: PassesChoice): void;
}

/** Passes over one place: those that were, and those to come. */
export class PassesView implements View {
  readonly #reader: PassesReader;
  readonly #elementsOnly: ElementsOnly;
  readonly #actions: PassesActions;
  readonly #satellite = new SatelliteSelect(
    texts.satellite,
    // One that is not listed for a while stays chosen: the address says so.
    () => {},
    { all: texts.allShown },
  );
  readonly #placeForm = new PlaceForm((place) => this.#choosePlace(place));
  readonly #filters = new FiltersForm((change) => this.#choose(change));
  readonly #table = new PassesTable((passId) => this.#choosePass(passId));
  readonly #details = new PassDetails((plot) => this.#change({ plot }));
  readonly #missingNote = new MissingPassNote((pass) => this.#show(pass));
  readonly #warnings = new PassesWarnings();
  readonly #parts = makePassesPanel({
    satellite: this.#satellite.element,
    placeForm: this.#placeForm.element,
    filters: this.#filters.element,
    missing: this.#missingNote.element,
    warnings: this.#warnings.element,
    table: this.#table.element,
    details: this.#details.element,
  });
  readonly #heading = new PlaceHeading(this.#parts, this.#placeForm);
  readonly #links = new PassesLinks(this.#parts);
  #shown: { recording: Recording; moment: Moment; state: ViewState } | null =
    null;
  #answer: PassesAnswer | null = null;
  #count = 0;
  /** That of the address, where it is not listed. */
  #missing: MissingPass | null = null;

  constructor(
    root: HTMLElement,
    { reader, elementsOnly }: {
      reader: PassesReader;
      elementsOnly: ElementsOnly;
    },
    actions: PassesActions,
  ) {
    this.#reader = reader;
    this.#elementsOnly = elementsOnly;
    this.#actions = actions;
    root.append(this.#parts.section);
    this.#satellite.element.addEventListener(
      "change",
      () => this.#choose({ noradId: this.#satellite.noradId || null }),
    );
  }

  draw(recording: Recording, moment: Moment, state: ViewState): void {
    // What was said of it was said of another time.
    if (state.range !== this.#shown?.state.range) this.#missing = null;
    this.#shown = { recording, moment, state };
    const isAny = this.#satellite.list(recording, this.#elementsOnly.list());
    this.#parts.section.hidden = !isAny;
    if (!isAny) return;
    const { passes: choice, range } = state;
    const satellites = this.#satellites();
    const { nowMs } = moment;
    const { places } = this.#reader;
    const isAsked = this.#reader.read(
      { state, nowMs, satellites },
      () => this.#drawAgain(),
    );
    if (choice.place === null) {
      const place = settlePlace(choice, places);
      if (place) return this.#change({ place, placeName: null });
    }
    this.#satellite.choose(choice.noradId ?? 0);
    this.#heading.draw(choice.place);
    const { answered, footer } = this.#parts;
    this.#satellite.element.hidden = choice.place === null;
    this.#filters.element.hidden =
      answered.hidden =
      footer.hidden =
        !isAsked;
    if (!isAsked) return this.#drawMessage(whyNotAsked(choice, places));
    this.#filters.draw(choice, range);
    const byName = places.isListed(choice.place!);
    const filters = passesFilters(choice, satellites, { byName })!;
    this.#links.draw(filters, this.#range(), isMoving(state));
    this.#drawAnswer();
  }

  retheme(): void {
    this.#details.retheme();
  }

  #drawAgain(): void {
    const { recording, moment, state } = this.#shown!;
    this.draw(recording, moment, state);
  }

  #satellites(): number[] {
    const { recording, state } = this.#shown!;
    return chosenSatellites(recording, state);
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

  /** As someone wants it: what was said of the address is outdated. */
  #choose(change: Partial<PassesChoice>): void {
    this.#missing = null;
    this.#change(change);
  }

  #show({ passId, change }: MissingPass): void {
    this.#choose({ passId, ...change!.choice });
    const { range: detail } = change!;
    if (!detail) return;
    this.#parts.section.dispatchEvent(
      new CustomEvent(rangeChosen, { detail, bubbles: true }),
    );
  }

  #choosePass(passId: string): void {
    this.#choose({ passId });
    const isBelow = this.#details.element.getBoundingClientRect().top >=
      this.#table.element.getBoundingClientRect().bottom;
    // Beside the list it is in view.
    if (isBelow) this.#details.reveal();
  }

  #choosePlace(place: Place | null): void {
    keepPlace(place);
    this.#heading.settle(place);
    this.#choose({ place, placeName: null, passId: null });
  }

  #drawAnswer(): void {
    const { answer, said, isAwaited, count } = this.#reader;
    const { body, next } = this.#parts;
    const passes = answer?.passes ?? [];
    const { shownMs, nowMs, kind } = this.#shown!.moment;
    const choice = this.#choice;
    if (choice.place === null) return;
    // What is there stays until the next answer, so that nothing flashes.
    body.ariaBusy = String(isAwaited);
    if (!isAwaited && answer !== this.#answer) {
      this.#answer = answer;
      const { passId } = choice;
      if (passId && answer && passes.every(({ id }) => id !== passId)) {
        this.#missing = this.#describeMissing(passId, passes);
        return this.#change({ passId: null });
      }
    }
    this.#missingNote.draw(this.#missing);
    const { fromMs, toMs, isCut } = this.#range();
    const span = [formatDateTime(fromMs), formatDateTime(toMs)] as const;
    this.#drawMessage(
      answer && passes.length === 0 && said === "" ? texts.none(...span) : said,
    );
    body.hidden = passes.length === 0;
    setText(next, kind === "live" ? describeNext(passes, nowMs) : "");
    this.#warnings.draw(
      passes,
      answer === null ? [] : [
        ...answer.warnings,
        ...whatIsLeftOut(answer, {
          only: isCut ? span : null,
          ofOne: choice.noradId !== null,
          satellites: this.#satellites(),
        }),
      ],
    );
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
    if (count !== this.#count) this.#table.scrollToNow();
    this.#count = count;
    const track = this.#reader.tracks.read(chosen, choice);
    this.#details.say(this.#reader.tracks.said);
    this.#details.draw(chosen, track, {
      choice,
      shownMs,
      isLive: kind === "live",
    });
  }

  #describeMissing(passId: string, passes: readonly Pass[]): MissingPass {
    const { state, moment: { nowMs } } = this.#shown!;
    return describeMissing(passId, {
      passes,
      satellites: askedSatellites(this.#choice, this.#satellites()),
      choice: this.#choice,
      range: this.#range(),
      nowMs,
      isMoving: isMoving(state),
    });
  }

  #drawMessage(text: string): void {
    const { message } = this.#parts;
    setText(message, text);
    message.hidden = text === "";
  }
}
