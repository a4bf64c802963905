/// <reference lib="dom" />
import { makeElement, setAttributes } from "../make_element.ts";

/** A place on a canvas, in CSS pixels. */
export interface Place {
  x: number;
  y: number;
}

/** What of a chart the data lies in, in CSS pixels. */
export interface PlotArea {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Marks the time that is pointed at over a chart. It is of elements, so that
 * nothing of the chart is drawn again as the pointer moves.
 */
export class ChartCursor {
  readonly #line = makeElement("div", { class: "cursor-line", hidden: "" });
  readonly #dot = makeElement("div", { class: "cursor-dot", hidden: "" });

  constructor(plot: HTMLElement) {
    plot.append(this.#line, this.#dot);
  }

  /** A line across the plot; null where there is none. */
  showLine(x: number | null, { left, right, top, bottom }: PlotArea): void {
    const isHidden = x === null || x < left || x > right;
    setAttributes(this.#line, { hidden: isHidden });
    if (isHidden) return;
    this.#line.style.transform = `translate(${x}px, ${top}px)`;
    this.#line.style.height = `${bottom - top}px`;
  }

  /** A ring around a point; null where there is none. */
  showDot(place: Place | null): void {
    setAttributes(this.#dot, { hidden: place === null });
    if (!place) return;
    this.#dot.style.transform =
      `translate(${place.x}px, ${place.y}px) translate(-50%, -50%)`;
  }
}
