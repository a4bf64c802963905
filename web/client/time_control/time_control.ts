/// <reference lib="dom" />
import type { Moment } from "../feed/moment.ts";
import { formatDateTime, formatTimeOfDay } from "../format.ts";
import { makeElement, makeIcon, setText } from "../make_element.ts";
import { texts } from "../texts.ts";
import { RangeForm } from "./range_form.ts";
import {
  type LiveWindow,
  type Speed,
  speeds,
  type ViewState,
  windows,
} from "./view_state.ts";

export interface TimeActions {
  now(): number;
  goLive(): void;
  chooseWindow(window: LiveWindow): void;
  chooseRange(fromMs: number, toMs: number | null): void;
  chooseSpeed(speed: Speed): void;
  togglePlay(): void;
  restart(): void;
}

/** What the row shows; it keeps nothing of it itself. */
export interface TimeControlState {
  view: ViewState;
  moment: Moment;
  playing: boolean;
  speed: Speed;
}

const playPath = "M4 2.5v11l9-5.5z";
const pausePath = "M4 2.5h3v11H4zM9 2.5h3v11H9z";
const restartPath = "M3 2.5h2v11H3zM13 2.5v11L5.5 8z";
const words = texts.time;

/** The one time control on top of everything. */
export class TimeControl {
  readonly #live = button(words.live, "live");
  readonly #fixed = button(words.fixed, "fixed");
  readonly #windows = windows.map((window) =>
    button(words.windows[window], `window-${window}`)
  );
  readonly #speeds = speeds.map((speed) =>
    button(words.speedOf(speed), `speed-${speed}`)
  );
  readonly #play = button("", "play");
  readonly #restart = button("", "restart");
  readonly #back = button(words.backToLive, "back-to-live");
  readonly #away = makeElement("strong", {}, words.notLive);
  readonly #label = makeElement("span", { "data-testid": "range" });
  readonly #form: RangeForm;
  readonly #root: HTMLElement;
  #moment: Moment | null = null;
  #view: ViewState | null = null;

  constructor(root: HTMLElement, actions: TimeActions) {
    this.#root = root;
    this.#form = new RangeForm({
      now: actions.now,
      onApply: (fromMs, toMs) => {
        this.#closeForm();
        actions.chooseRange(fromMs, toMs);
      },
      onCancel: () => this.#closeForm(),
    });
    this.#wire(actions);
    this.#back.className = "back";
    for (
      const [element, icon, name] of [
        [this.#restart, restartPath, words.restart],
        [this.#play, pausePath, words.pause],
      ] as const
    ) {
      element.append(makeIcon(icon));
      element.setAttribute("aria-label", name);
      element.title = name;
    }
    root.append(
      makeElement(
        "div",
        { class: "time-row" },
        group(words.mode, "segments", this.#live, this.#fixed),
        group(words.window, "segments", ...this.#windows),
        makeElement(
          "p",
          { class: "range" },
          this.#away,
          this.#label,
          this.#back,
        ),
        makeElement(
          "div",
          { class: "transport" },
          group(words.playback, "playback", this.#restart, this.#play),
          group(words.speed, "segments", ...this.#speeds),
        ),
      ),
      this.#form.element,
    );
  }

  draw({ view, moment, playing, speed }: TimeControlState): void {
    this.#moment = moment;
    this.#view = view;
    const isLive = moment.kind === "live";
    const window = view.range.kind === "live" && isLive
      ? view.range.window
      : null;
    this.#root.dataset.kind = moment.kind;
    press(this.#live, isLive);
    press(this.#fixed, view.range.kind === "fixed");
    windows.forEach((known, i) => press(this.#windows[i]!, known === window));
    speeds.forEach((known, i) => press(this.#speeds[i]!, known === speed));
    this.#away.hidden = this.#back.hidden = isLive;
    setText(this.#label, describeRange(moment));
    const name = playing ? words.pause : words.play;
    if (this.#play.title !== name) {
      this.#play.title = name;
      this.#play.setAttribute("aria-label", name);
      this.#play.replaceChildren(makeIcon(playing ? pausePath : playPath));
    }
  }

  #wire(actions: TimeActions): void {
    const on = (element: HTMLElement, act: () => void) =>
      element.addEventListener("click", act);
    const goLive = () => {
      this.#form.hide();
      actions.goLive();
    };
    on(this.#live, goLive);
    on(this.#back, () => {
      goLive();
      // The button goes away with what it ends; the focus must not go with it.
      this.#live.focus();
    });
    on(
      this.#fixed,
      () => this.#form.open ? this.#closeForm() : this.#openForm(),
    );
    on(this.#play, actions.togglePlay);
    on(this.#restart, actions.restart);
    windows.forEach((window, i) =>
      on(this.#windows[i]!, () => actions.chooseWindow(window))
    );
    speeds.forEach((speed, i) =>
      on(this.#speeds[i]!, () => actions.chooseSpeed(speed))
    );
    this.#fixed.setAttribute("aria-controls", "range-form");
    this.#fixed.setAttribute("aria-expanded", "false");
    speeds.forEach((speed, i) => {
      this.#speeds[i]!.setAttribute("aria-label", words.speedName(speed));
    });
  }

  #openForm(): void {
    const range = this.#moment?.range;
    if (!range) return;
    const view = this.#view?.range;
    const endless = view?.kind === "fixed" && view.toMs === null;
    this.#form.show(range.fromMs, endless ? null : range.toMs);
    this.#fixed.setAttribute("aria-expanded", "true");
  }

  #closeForm(): void {
    this.#form.hide();
    this.#fixed.setAttribute("aria-expanded", "false");
    this.#fixed.focus();
  }
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

function button(text: string, testId: string): HTMLButtonElement {
  return makeElement(
    "button",
    { type: "button", "data-testid": testId },
    text,
  );
}

function group(
  label: string,
  className: string,
  ...children: HTMLElement[]
): HTMLElement {
  const attributes = { role: "group", "aria-label": label, class: className };
  return makeElement("div", attributes, ...children);
}

function press(element: HTMLElement, pressed: boolean): void {
  const value = String(pressed);
  if (element.getAttribute("aria-pressed") !== value) {
    element.setAttribute("aria-pressed", value);
  }
}
