/// <reference lib="dom" />
import type { CoverageReader } from "../feed/coverage_reader.ts";
import { continueCoverage, type Coverage } from "../feed/coverage.ts";
import type { Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import { formatDateTime, formatDuration, formatTimeOfDay } from "../format.ts";
import { formatLocalSpan } from "../format_local.ts";
import { makeElement, setAttributes, setText } from "../make_element.ts";
import { orderSatellites } from "../satellites/order_satellites.ts";
import { texts } from "../texts.ts";
import {
  button,
  disable,
  group,
  iconButton,
  nameButton,
  press,
} from "./control_elements.ts";
import { describeNote, isReplayOver, type Offer } from "./describe_note.ts";
import { windows } from "./live_windows.ts";
import { RangeForm } from "./range_form.ts";
import { Scrubber } from "./scrubber.ts";
import type { Steering } from "./steering.ts";
import { TimeNote } from "./time_note.ts";
import { Transport } from "./transport.ts";
import type { ViewState } from "./view_state.ts";

/** What the control shows; it keeps nothing of it itself. */
export interface TimeControlState {
  view: ViewState;
  moment: Moment;
  /** What is on the page, */
  recording: Recording;
  /** and whether that is still to be replaced by what the view asks for. */
  coming: boolean;
}

const backPath = "M10.5 3 5.5 8l5 5";
const onPath = "M5.5 3l5 5-5 5";
const words = texts.time;

/** The one time control on top of everything. */
export class TimeControl {
  readonly #live = button(words.live, "live");
  readonly #fixed = button(words.fixed, "fixed");
  readonly #windows = windows.map((window) =>
    button(words.windows[window], `window-${window}`)
  );
  readonly #spanBack = iconButton(backPath, "span-back");
  readonly #spanOn = iconButton(onPath, "span-on");
  readonly #back = button(words.backToLive, "back-to-live");
  readonly #away = makeElement("strong", { "data-testid": "away" });
  readonly #label = makeElement("span", { "data-testid": "range" });
  readonly #form: RangeForm;
  readonly #transport: Transport;
  readonly #scrubber: Scrubber;
  readonly #note: TimeNote;
  readonly #root: HTMLElement;
  readonly #steering: Steering;
  readonly #coverage: CoverageReader;
  #moment: Moment | null = null;
  #view: ViewState | null = null;

  constructor(
    root: HTMLElement,
    { steering, coverage, connection }: {
      steering: Steering;
      coverage: CoverageReader;
      /** Which is always seen, and so must be the way back to live. */
      connection: HTMLElement;
    },
  ) {
    this.#root = root;
    this.#steering = steering;
    this.#coverage = coverage;
    this.#form = new RangeForm({
      now: () => steering.now(),
      onApply: (fromMs, toMs) => {
        this.#closeForm();
        steering.chooseRange(fromMs, toMs);
      },
      onClose: () => this.#closeForm(),
    });
    this.#transport = new Transport(steering);
    this.#scrubber = new Scrubber({
      onChoose: (range, nearMs) => steering.pointAt(range, nearMs),
    });
    this.#note = new TimeNote((offer) => this.#take(offer));
    this.#wire();
    // Before there is a view, there is nothing to go on from or back to.
    setAttributes(root, { inert: true, "data-kind": "live" });
    this.#back.hidden = true;
    this.#back.className = "back";
    connection.after(this.#back);
    root.append(
      makeElement(
        "div",
        { class: "time-row" },
        group(words.mode, "segments", this.#live, this.#fixed),
        group(words.window, "segments", ...this.#windows),
        makeElement(
          "div",
          { class: "range" },
          group(words.spans, "spans", this.#spanBack, this.#spanOn),
          this.#away,
          this.#label,
        ),
        this.#transport.element,
      ),
      this.#scrubber.element,
      this.#note.element,
      this.#form.element,
    );
  }

  draw({ view, moment, recording, coming }: TimeControlState): void {
    this.#moment = moment;
    this.#view = view;
    const { kind, range } = moment;
    const isLive = kind === "live";
    const window = view.range.kind === "live" && isLive
      ? view.range.window
      : null;
    this.#keepFormTrue();
    setAttributes(this.#root, { inert: false, "data-kind": kind });
    press(this.#live, isLive);
    press(this.#fixed, !isLive);
    windows.forEach((known, i) => press(this.#windows[i]!, known === window));
    for (const element of [this.#away, this.#back]) {
      setAttributes(element, { hidden: isLive });
    }
    setText(this.#away, describeAway(view, moment));
    setText(this.#label, describeRange(moment));
    setAttributes(this.#label, {
      title: formatLocalSpan(range.fromMs, range.toMs),
    });
    const length = formatDuration(range.toMs - range.fromMs);
    nameButton(this.#spanBack, words.spanBack(length));
    nameButton(this.#spanOn, words.spanOn(length));
    disable(this.#spanOn, isLive);
    this.#transport.draw({
      playing: isLive || kind === "replay",
      speed: this.#steering.speed,
      stepMs: this.#steering.stepMs,
      atEnd: !this.#steering.canStepOn,
    });
    const coverages = this.#coverages(recording);
    this.#scrubber.draw(coverages ?? [], moment);
    const facts = { view, moment, recording, coverages };
    this.#note.draw(coming ? null : describeNote(facts));
  }

  /** In the order of the columns; null until it is known. */
  #coverages(recording: Recording): Coverage[] | null {
    const infos = orderSatellites(
      [...recording.satellites.values()].map(({ info }) => info),
    );
    const noradIds = infos.map(({ norad_id }) => norad_id);
    this.#coverage.request(noradIds, recording.backfills);
    if (!this.#coverage.known) return null;
    const read = new Map(
      this.#coverage.coverages.map((one) => [one.noradId, one]),
    );
    return noradIds.flatMap((noradId) => {
      const coverage = read.get(noradId);
      const { gaps, latest } = recording.satellites.get(noradId)!;
      if (!coverage) return [];
      return [
        latest
          ? continueCoverage(coverage, { gaps, latestMs: latest.timeMs })
          : coverage,
      ];
    });
  }

  #wire(): void {
    const steering = this.#steering;
    const on = (element: HTMLElement, act: () => void) =>
      element.addEventListener("click", act);
    const goLive = () => {
      this.#hideForm();
      steering.goLive();
    };
    on(this.#live, goLive);
    this.#back.addEventListener("click", ({ detail }) => {
      goLive();
      // The button goes away with what it ends; the focus must not go with it,
      // nor the page that a pointer was on.
      this.#live.focus({ preventScroll: detail > 0 });
    });
    on(
      this.#fixed,
      () => this.#form.open ? this.#closeForm() : this.#openForm(),
    );
    on(this.#spanBack, () => steering.shift(-1));
    on(this.#spanOn, () => steering.shift(1));
    this.#spanBack.setAttribute("aria-keyshortcuts", "Shift+ArrowLeft");
    this.#spanOn.setAttribute("aria-keyshortcuts", "Shift+ArrowRight");
    windows.forEach((window, i) =>
      on(this.#windows[i]!, () => steering.chooseWindow(window))
    );
    this.#fixed.setAttribute("aria-controls", "range-form");
    this.#fixed.setAttribute("aria-expanded", "false");
  }

  #take({ act }: Offer): void {
    if (act.kind === "restart") this.#steering.restart();
    else if (act.kind === "next") this.#steering.shift(1);
    else if (act.kind === "skip") this.#steering.skipTo(act.toMs);
    else this.#steering.pointAt(act.range, 0);
    // The button goes away with the note.
    this.#fixed.focus();
  }

  /** What moves is fixed as it is now, and can then be changed. */
  #openForm(): void {
    if (!this.#moment) return;
    this.#steering.fix();
    const { fromMs, toMs } = this.#steering.range;
    this.#form.show(fromMs, toMs);
    this.#fixed.setAttribute("aria-expanded", "true");
  }

  #hideForm(): void {
    this.#form.hide();
    this.#fixed.setAttribute("aria-expanded", "false");
  }

  #closeForm(): void {
    this.#hideForm();
    this.#fixed.focus();
  }

  /** There are no times to choose of a window that moves. */
  #keepFormTrue(): void {
    if (!this.#form.open || this.#form.isEdited) return;
    const { range } = this.#view!;
    const { kind, range: { fromMs, toMs } } = this.#moment!;
    if (kind !== "live") this.#form.follow(fromMs, toMs);
    else if (range.kind === "fixed") this.#form.follow(fromMs, range.toMs);
    else if (this.#form.hasFocus) this.#closeForm();
    else this.#hideForm();
  }
}

/** What is shown instead of now. */
function describeAway(view: ViewState, moment: Moment): string {
  if (isReplayOver(view, moment)) return words.away.replayOver;
  return moment.kind === "live" ? "" : words.away[moment.kind];
}

function describeRange({ kind, range, nowMs }: Moment): string {
  // Cut off from the server, the axis ends where the connection did.
  if (kind !== "live" || nowMs - range.toMs > 2_000) {
    return words.fromTo(
      formatDateTime(range.fromMs),
      formatTimeOfDay(range.toMs, range.fromMs),
    );
  }
  return words.toNow(formatTimeOfDay(range.fromMs, nowMs));
}
