/// <reference lib="dom" />
import type { Coverage } from "../feed/coverage.ts";
import { haveMoved } from "../feed/have_moved.ts";
import type { Moment } from "../feed/moment.ts";
import type { TimeRange } from "../feed/position_window.ts";
import { makeElement, setAttributes, setText } from "../make_element.ts";
import { texts } from "../texts.ts";
import { currentTheme } from "../theme.ts";
import { describeSpan } from "./describe_span.ts";
import { drawLines, linesHeightPx } from "./scrubber_lines.ts";
import {
  type Handle,
  type ScrubberKey,
  scrubberMove,
} from "./scrubber_move.ts";
import { moveEnd, moveRange, shareOf, type Strip, stripFor } from "./strip.ts";

/** A hand is no more exact than this. */
const nearPx = 6;
/** Keys come in bursts: what they chose is shown when they have been quiet. */
const quietMs = 400;
const leastPx = 4;
const words = texts.time.scrubber;

export interface ScrubberOptions {
  /** @param nearMs An end as near to now as this is meant to be now. */
  onChoose(range: TimeRange, nearMs: number): void;
}

/** A strip over what is recorded, and on it the range that is shown. */
export class Scrubber {
  readonly element: HTMLElement;
  readonly #lines = makeElement("canvas", { "aria-hidden": "true" });
  readonly #handles: Record<Handle, HTMLElement> = {
    whole: handle("whole"),
    from: handle("from"),
    to: handle("to"),
  };
  readonly #mark = makeElement("div", { class: "scrubber-mark" });
  readonly #tip = makeElement("div", {
    class: "scrubber-tip",
    "aria-hidden": "true",
    hidden: "",
  });
  readonly #track: HTMLElement;
  readonly #options: ScrubberOptions;
  #strip: Strip | null = null;
  #moment: Moment | null = null;
  /** What is being chosen, until it is. */
  #chosen: TimeRange | null = null;
  #drag: { handle: Handle; px: number; range: TimeRange } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawn = "";
  #drawnMs: readonly number[] = [];

  constructor(options: ScrubberOptions) {
    this.#options = options;
    const { whole, from, to } = this.#handles;
    this.#track = makeElement(
      "div",
      { class: "scrubber-track", "data-testid": "scrubber" },
      this.#lines,
      whole,
      from,
      to,
      this.#mark,
      this.#tip,
    );
    const attributes = { class: "scrubber", role: "group" };
    this.element = makeElement("div", attributes, this.#track);
    this.element.setAttribute("aria-label", words.label);
    this.#track.title = words.hint;
    this.#wirePointer();
    for (const name of Object.keys(this.#handles) as Handle[]) {
      this.#handles[name].addEventListener(
        "keydown",
        (event) => this.#onKey(name, event),
      );
    }
  }

  draw(coverages: readonly Coverage[], moment: Moment): void {
    this.#moment = moment;
    if (!this.#chosen) {
      this.#strip = stripFor(moment.range, {
        recordedFromMs: coverages.length === 0
          ? null
          : Math.min(...coverages.map(({ firstMs }) => firstMs)),
        nowMs: moment.nowMs,
        previous: this.#strip,
      });
    }
    this.#drawLines(coverages);
    this.#drawRange();
  }

  /** Only where a pixel of it would be another one. */
  #drawLines(coverages: readonly Coverage[]): void {
    const { fromMs, toMs } = this.#strip!;
    const heightPx = linesHeightPx(coverages.length);
    this.#track.style.height = `${heightPx}px`;
    const drawn = [
      ...[currentTheme(), this.#lines.clientWidth, heightPx, devicePixelRatio],
      ...coverages.map(({ noradId }) => noradId),
    ].join();
    const timesMs = [
      ...[fromMs, toMs, ...coverages.map(({ lastMs }) => lastMs)],
      ...coverages.flatMap(({ gaps }) => gaps)
        .flatMap((gap) => [gap.fromMs, gap.toMs]),
    ];
    const hasMoved = haveMoved(timesMs, this.#drawnMs, this.#pixelMs);
    if (drawn === this.#drawn && !hasMoved) return;
    this.#drawn = drawn;
    this.#drawnMs = timesMs;
    drawLines(this.#lines, coverages, this.#strip!);
  }

  #drawRange(): void {
    const moment = this.#moment!;
    const strip = this.#strip!;
    const range = this.#chosen ?? moment.range;
    const from = percent(shareOf(range.fromMs, strip));
    const to = percent(shareOf(range.toMs, strip));
    const { style } = this.#track;
    style.setProperty("--from", from);
    style.setProperty("--to", to);
    style.setProperty("--shown", percent(shareOf(moment.shownMs, strip)));
    setAttributes(this.#tip, { hidden: this.#chosen === null });
    const span = describeSpan(range, moment);
    if (this.#chosen) setText(this.#tip, span.whole);
    this.#tellHandles(range, span);
  }

  /** With other words only: numbers that run would be read out each second. */
  #tellHandles(range: TimeRange, words: Record<Handle, string>): void {
    const { fromMs, toMs } = this.#strip!;
    for (const name of Object.keys(this.#handles) as Handle[]) {
      const element = this.#handles[name];
      if (element.getAttribute("aria-valuetext") === words[name]) continue;
      const valueMs = name === "from" ? range.fromMs : range.toMs;
      element.setAttribute("aria-valuemin", seconds(fromMs));
      element.setAttribute("aria-valuemax", seconds(toMs));
      element.setAttribute("aria-valuenow", seconds(valueMs));
      element.setAttribute("aria-valuetext", words[name]);
    }
  }

  #wirePointer(): void {
    const track = this.#track;
    track.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || !this.#strip) return;
      event.preventDefault();
      track.setPointerCapture(event.pointerId);
      const name = this.#handleAt(event.target);
      this.#handles[name ?? "whole"].focus({ preventScroll: true });
      const range = this.#chosen ?? this.#moment!.range;
      const px = this.#pxOf(event);
      this.#chosen = name ? range : this.#around(range, px);
      this.#drag = { handle: name ?? "whole", px, range: this.#chosen };
      this.#drawRange();
    });
    track.addEventListener("pointermove", (event) => this.#dragTo(event));
    track.addEventListener("pointerup", (event) => {
      // The last move may not have been told by itself.
      this.#dragTo(event);
      this.#choose();
    });
    track.addEventListener("pointercancel", () => this.#giveUp());
  }

  #dragTo(event: PointerEvent): void {
    if (!this.#drag) return;
    const { handle, px, range } = this.#drag;
    const byMs = (this.#pxOf(event) - px) * this.#pixelMs;
    this.#chosen = this.#moved(handle, range, byMs);
    this.#drawRange();
  }

  #handleAt(target: EventTarget | null): Handle | null {
    const names = Object.keys(this.#handles) as Handle[];
    return names.find((name) => this.#handles[name] === target) ?? null;
  }

  #onKey(name: Handle, event: KeyboardEvent): void {
    if (event.key === "Escape" && this.#chosen) {
      event.stopPropagation();
      return this.#giveUp();
    }
    if (event.ctrlKey || event.altKey || event.metaKey || !this.#strip) return;
    const range = this.#chosen ?? this.#moment!.range;
    const byMs = scrubberMove(name, event.key as ScrubberKey, {
      range,
      strip: this.#strip,
      isLarge: event.shiftKey,
    });
    if (byMs === null) return;
    event.preventDefault();
    this.#chosen = this.#moved(name, range, byMs);
    this.#drawRange();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#choose(), quietMs);
  }

  #moved(name: Handle, range: TimeRange, byMs: number): TimeRange {
    const { fromMs, toMs } = this.#strip!;
    const endMs = Math.min(this.#moment!.nowMs, toMs);
    const bounds = { fromMs, toMs: Math.max(endMs, range.toMs) };
    if (name === "whole") return moveRange(range, byMs, bounds);
    const leastMs = Math.max(1_000, leastPx * this.#pixelMs);
    return moveEnd(range, name, { byMs, bounds, leastMs });
  }

  #around(range: TimeRange, px: number): TimeRange {
    const timeMs = this.#strip!.fromMs + px * this.#pixelMs;
    return this.#moved(
      "whole",
      range,
      timeMs - (range.fromMs + range.toMs) / 2,
    );
  }

  #choose(): void {
    const chosen = this.#chosen;
    const range = this.#moment?.range;
    if (!chosen || !range) return;
    const changedMs = Math.abs(chosen.fromMs - range.fromMs) +
      Math.abs(chosen.toMs - range.toMs);
    // A window that goes on with the time has done so meanwhile.
    if (changedMs <= this.#pixelMs) return this.#giveUp();
    // It stands there until it is drawn as what is shown.
    this.#end();
    this.#options.onChoose(chosen, nearPx * this.#pixelMs);
  }

  #giveUp(): void {
    this.#end();
    if (this.#moment) this.#drawRange();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#drag = null;
    this.#chosen = null;
  }

  #pxOf(event: PointerEvent): number {
    return event.clientX - this.#lines.getBoundingClientRect().left;
  }

  get #pixelMs(): number {
    const { fromMs, toMs } = this.#strip!;
    return (toMs - fromMs) / Math.max(1, this.#lines.clientWidth);
  }
}

function handle(name: Handle): HTMLElement {
  return makeElement("div", {
    class: "scrubber-handle",
    "data-handle": name,
    "data-testid": `scrubber-${name}`,
    role: "slider",
    tabindex: "0",
    "aria-label": words.handles[name],
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(3)}%`;
}

function seconds(timeMs: number): string {
  return String(Math.round(timeMs / 1_000));
}
