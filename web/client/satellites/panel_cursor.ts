/// <reference lib="dom" />
import type { ThinnedPosition } from "../feed/position_window.ts";
import {
  formatCoordinates,
  formatReading,
  formatTimeOfDay,
} from "../format.ts";
import { setAttributes } from "../make_element.ts";
import type { AltitudeChart } from "./altitude_chart.ts";
import { ChartCursor, type Place } from "./chart_cursor.ts";
import type { ChartData } from "./chart_data.ts";
import { texts } from "./columns_texts.ts";
import type { Crosshair } from "./crosshair.ts";
import { nearestInTime } from "./nearest_in_time.ts";
import type { PanelElements } from "./panel_elements.ts";
import type { TrackChart } from "./track_chart.ts";

/** With the shift key, so many points at a time. */
const stridePoints = 10;
/** A click whose hand moved farther than this was a drag. */
const stillPx = 4;

interface PanelCursorParts {
  elements: PanelElements;
  altitude: AltitudeChart;
  track: TrackChart;
  crosshair: Crosshair;
  /** A point is chosen, at a place on the page's visible part. */
  onChoose(position: ThinnedPosition, place: Place): void;
}

/** What is pointed at in one panel: it tells all others, and shows what they tell. */
export class PanelCursor {
  readonly #parts: PanelCursorParts;
  readonly #altitudeMark: ChartCursor;
  readonly #trackMark: ChartCursor;
  #data: ChartData | null = null;
  #positions: readonly ThinnedPosition[] = [];
  #pressed: Place | null = null;

  constructor(parts: PanelCursorParts) {
    const { altitudeCanvas, trackCanvas } = parts.elements;
    this.#parts = parts;
    this.#altitudeMark = new ChartCursor(altitudeCanvas.parentElement!);
    this.#trackMark = new ChartCursor(trackCanvas.parentElement!);
    this.#wirePointer(altitudeCanvas, ({ x }) => this.#inAltitude(x));
    this.#wirePointer(
      trackCanvas,
      (place) => parts.track.nearest(place, this.#positions)?.timeMs ?? null,
    );
    this.#wireKeys(altitudeCanvas);
  }

  /** What can be pointed at from now on. */
  take(data: ChartData): void {
    this.#data = data;
    this.#positions = data.runs.flat()
      .filter(({ timeMs }) => timeMs >= data.range.fromMs);
  }

  /** The position at the time that is pointed at; null where there is none. */
  get position(): ThinnedPosition | null {
    const { timeMs } = this.#parts.crosshair;
    return timeMs === null ? null : this.#at(timeMs);
  }

  draw(): void {
    const { elements, altitude, track, crosshair } = this.#parts;
    const { timeMs } = crosshair;
    const { position } = this;
    const x = timeMs === null ? null : altitude.xOf(timeMs);
    this.#altitudeMark.showLine(x, altitude.area);
    this.#altitudeMark.showDot(position && altitude.placeOf(position));
    this.#trackMark.showDot(position && track.placeOf(position));
    const { left, right } = altitude.area;
    const share = x === null ? 100 : 100 * (x - left) / (right - left);
    setAttributes(elements.altitudeCanvas, {
      "aria-valuenow": String(Math.round(share)),
      "aria-valuetext": position
        ? texts.valueText(
          formatTimeOfDay(position.timeMs, this.#data!.range.toMs),
          formatCoordinates(position),
          formatReading(position.altitudeKm),
        )
        : texts.noValueText,
    });
  }

  /** In a gap there is nothing, however near its ends are. */
  #at(timeMs: number): ThinnedPosition | null {
    const { gaps = [], maxStepMs = 0 } = this.#data ?? {};
    const isInGap = gaps.some(({ fromMs, toMs }) =>
      timeMs > fromMs && timeMs < toMs
    );
    return isInGap ? null : nearestInTime(this.#positions, timeMs, maxStepMs);
  }

  /** Of a recorded position, where there is one. */
  #inAltitude(x: number): number | null {
    const timeMs = this.#parts.altitude.timeAt(x);
    return timeMs === null ? null : this.#at(timeMs)?.timeMs ?? timeMs;
  }

  #wirePointer(
    canvas: HTMLCanvasElement,
    timeAt: (place: Place) => number | null,
  ): void {
    const { crosshair } = this.#parts;
    const point = (event: PointerEvent | MouseEvent) => {
      const timeMs = timeAt({ x: event.offsetX, y: event.offsetY });
      if (timeMs === null) crosshair.leave();
      else crosshair.point(timeMs);
      return timeMs;
    };
    canvas.addEventListener("pointermove", point);
    canvas.addEventListener("pointerleave", () => crosshair.leave());
    canvas.addEventListener("pointerdown", ({ clientX: x, clientY: y }) => {
      this.#pressed = { x, y };
    });
    canvas.addEventListener("click", (event) => {
      const { clientX: x, clientY: y } = event;
      const from = this.#pressed ?? { x, y };
      if (Math.hypot(x - from.x, y - from.y) > stillPx) return;
      const timeMs = point(event);
      const position = timeMs === null ? null : this.#at(timeMs);
      if (position) this.#parts.onChoose(position, { x, y });
    });
  }

  #wireKeys(canvas: HTMLCanvasElement): void {
    const { crosshair } = this.#parts;
    canvas.addEventListener("blur", () => crosshair.leave());
    canvas.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (!this.#press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** Returns whether the key means anything here. */
  #press({ key, shiftKey }: KeyboardEvent): boolean {
    const { crosshair } = this.#parts;
    const last = this.#positions.length - 1;
    if (last < 0) return false;
    const stride = shiftKey ? stridePoints : 1;
    const { position } = this;
    const index = position ? this.#positions.indexOf(position) : last + 1;
    if (key === "Enter" || key === " ") return this.#choose(position);
    if (key === "Escape") {
      const was = crosshair.timeMs !== null;
      crosshair.leave();
      return was;
    }
    const wanted = {
      ArrowLeft: index - stride,
      ArrowRight: index + stride,
      Home: 0,
      End: last,
    }[key];
    if (wanted === undefined) return false;
    const found = this.#positions[Math.max(0, Math.min(last, wanted))]!;
    crosshair.point(found.timeMs);
    return true;
  }

  #choose(position: ThinnedPosition | null): boolean {
    if (!position) return false;
    const { altitude, elements, onChoose } = this.#parts;
    const box = elements.altitudeCanvas.getBoundingClientRect();
    const { x, y } = altitude.placeOf(position);
    onChoose(position, { x: box.left + x, y: box.top + y });
    return true;
  }
}
