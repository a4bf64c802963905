/// <reference lib="dom" />
import type { Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import { formatDuration } from "../format.ts";
import { formatLocal } from "../format_local.ts";
import { makeElement, setAttributes, setText } from "../make_element.ts";
import { markerOf } from "../marker.ts";
import { formatViewState, type ViewState } from "../time_control/view_state.ts";
import type { View } from "../view.ts";
import { chosenSatellites } from "./chosen_satellites.ts";
import type { Pass } from "./contract.ts";
import { describeNext, isUp, pickPass } from "./countdown.ts";
import { describeFilters } from "./describe_filters.ts";
import {
  describePlot,
  describeSource,
  formatElevation,
} from "./describe_pass.ts";
import { nearestPasses } from "./nearest_passes.ts";
import {
  makeNextPasses,
  type NextPassesElements,
} from "./next_passes_elements.ts";
import type { PassesChoice } from "./passes_choice.ts";
import type { PassesReader } from "./passes_reader.ts";
import { texts } from "./passes_texts.ts";
import { nameOf } from "./place.ts";
import { settlePlace } from "./settle_place.ts";
import { SkyPlot } from "./sky_plot.ts";

export interface NextPassesActions {
  choosePasses(choice: PassesChoice): void;
  /** Turns to the page of passes. */
  openPasses(choice: PassesChoice): void;
}

/** The few passes that are nearest, and the sky at the next one. */
export class NextPassesView implements View {
  readonly #root: HTMLElement;
  readonly #reader: PassesReader;
  readonly #actions: NextPassesActions;
  readonly #parts: NextPassesElements;
  readonly #plot: SkyPlot;
  #shown: { recording: Recording; moment: Moment; state: ViewState } | null =
    null;
  #drawn = "";

  constructor(
    root: HTMLElement,
    reader: PassesReader,
    actions: NextPassesActions,
  ) {
    this.#root = root;
    this.#reader = reader;
    this.#actions = actions;
    this.#parts = makeNextPasses(root);
    this.#plot = new SkyPlot(this.#parts.plot);
    this.#openOnClick(this.#parts.link, () => ({}));
  }

  draw(recording: Recording, moment: Moment, state: ViewState): void {
    this.#shown = { recording, moment, state };
    const satellites = chosenSatellites(recording, state);
    this.#root.hidden = satellites.length === 0;
    if (this.#root.hidden) return;
    const isAsked = this.#reader.read(
      { state, nowMs: moment.nowMs, satellites },
      () => this.#drawAgain(),
    );
    const { passes: choice } = state;
    if (choice.place === null) {
      const place = settlePlace(choice, this.#reader.places);
      if (place) {
        return this.#actions.choosePasses({
          ...choice,
          place,
          placeName: null,
        });
      }
    }
    const { title, next, message, answered, link } = this.#parts;
    setAttributes(link, { href: this.#hrefOf({}) });
    this.#root.classList.toggle("is-empty", !isAsked);
    setAttributes(next, { hidden: !isAsked });
    setText(title, texts.titleOf(isAsked ? nameOf(choice.place!) : null));
    setText(link, isAsked ? texts.allPasses : texts.choosePlace);
    if (isAsked) return this.#drawAnswer();
    setAttributes(message, { hidden: true });
    setAttributes(answered, { hidden: true });
  }

  retheme(): void {
    this.#plot.retheme();
  }

  #drawAgain(): void {
    const { recording, moment, state } = this.#shown!;
    this.draw(recording, moment, state);
  }

  #drawAnswer(): void {
    const { answer, said } = this.#reader;
    const { next, message, answered, plot } = this.#parts;
    const { moment: { shownMs, nowMs, kind }, state } = this.#shown!;
    const choice = state.passes;
    const passes = answer?.passes ?? [];
    const nextText = kind === "live" ? describeNext(passes, nowMs) : "";
    const parts = [
      this.#describeSatellite(),
      describeFilters(choice),
      nextText,
    ];
    setText(next, parts.filter((part) => part !== "").join(". "));
    const text = answer && passes.length === 0 && said === ""
      ? texts.noneNear
      : said;
    setText(message, text);
    setAttributes(message, { hidden: text === "" });
    const coming = pickPass(passes, shownMs);
    setAttributes(answered, { hidden: coming === null });
    if (coming === null) return;
    this.#drawRows(nearestPasses(passes, shownMs), shownMs);
    const track = this.#reader.tracks.read(coming, choice) ?? [];
    const label = describePlot(coming, nameOf(choice.place!), choice.plot);
    setAttributes(plot, { "aria-label": label });
    const { minElevationDeg, plot: side } = choice;
    this.#plot.draw({
      pass: coming,
      track,
      minElevationDeg,
      plot: side,
      shownMs,
    });
  }

  /** The one that is asked for, where it is not all; else "". */
  #describeSatellite(): string {
    const { recording, state: { passes: { noradId } } } = this.#shown!;
    if (noradId === null) return "";
    const listed = this.#reader.answer?.passes
      .find(({ norad_id }) => norad_id === noradId);
    return texts.onlyOne(
      recording.satellites.get(noradId)?.info.name ?? listed?.name ??
        String(noradId),
    );
  }

  #drawRows(passes: readonly Pass[], shownMs: number): void {
    const rows = passes.map((pass) => ({
      pass,
      state: describeWhen(pass, shownMs),
      href: this.#hrefOf({ passId: pass.id }),
    }));
    const drawn = JSON.stringify(rows);
    // Once a minute: someone may be about to click.
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#parts.rows.replaceChildren(
      ...rows.map((row) => this.#makeRow(row, shownMs)),
    );
  }

  #makeRow(
    { pass, state, href }: { pass: Pass; state: string; href: string },
    shownMs: number,
  ): HTMLElement {
    const link = makeElement("a", { href }, markerOf(pass.norad_id), pass.name);
    this.#openOnClick(link, () => ({ passId: pass.id }));
    const { time } = pass.aos;
    const row = makeElement(
      "tr",
      {},
      makeElement("th", { scope: "row" }, link),
      makeElement(
        "td",
        { title: formatLocal(Date.parse(time)) },
        time.slice(11, 16),
      ),
      makeElement("td", {}, formatElevation(pass.max_elevation_deg)),
      makeElement("td", {}, texts.minutes(Math.round(pass.duration_s / 60))),
      makeElement("td", {}, state),
    );
    row.classList.toggle("past", Date.parse(pass.los.time) < shownMs);
    return row;
  }

  #hrefOf(change: Partial<PassesChoice>): string {
    const { state } = this.#shown!;
    const passes = { ...state.passes, ...change };
    return formatViewState({ ...state, page: "passes", passes });
  }

  #openOnClick(
    link: HTMLAnchorElement,
    change: () => Partial<PassesChoice>,
  ): void {
    link.addEventListener("click", (event) => {
      // In a new tab or window it is the browser's.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { passes } = this.#shown!.state;
      this.#actions.openPasses({ ...passes, ...change() });
    });
  }
}

/** Whether it was recorded, or when it comes. */
function describeWhen(pass: Pass, shownMs: number): string {
  if (isUp(pass, shownMs)) return texts.isUp;
  const leftMs = Date.parse(pass.aos.time) - shownMs;
  return leftMs < 0
    ? describeSource(pass)
    : texts.comesIn(formatDuration(Math.ceil(leftMs / 60_000) * 60_000));
}
