/// <reference lib="dom" />
import type { Chart } from "chart.js";
import type { TimeRange } from "../feed/position_window.ts";
import { makeElement } from "../make_element.ts";

/** A range that is shorter than this on a chart is still to be seen. */
const leastPx = 2;

/**
 * Marks the page's range over a chart that shows another one. It is an element,
 * so that nothing of the chart is drawn again as time goes on.
 */
export class RangeMark {
  readonly #band = makeElement("div", { class: "shown-band", hidden: "" });
  readonly #canvas: HTMLCanvasElement;
  readonly #chart: Pick<Chart, "chartArea" | "scales">;

  constructor(
    canvas: HTMLCanvasElement,
    chart: Pick<Chart, "chartArea" | "scales">,
  ) {
    this.#canvas = canvas;
    this.#chart = chart;
    canvas.after(this.#band);
  }

  /**
   * Marks it, at the chart's edge where it lies beyond.
   *
   * @param range Null where the chart shows it itself.
   */
  show(range: TimeRange | null): void {
    this.#band.hidden = range === null;
    if (range === null) return;
    const { left, right, top, height } = this.#chart.chartArea;
    const x = (timeMs: number) =>
      this.#chart.scales.x!.getPixelForValue(timeMs);
    const toPx = Math.max(left + leastPx, Math.min(right, x(range.toMs)));
    const fromPx = Math.max(left, Math.min(x(range.fromMs), toPx - leastPx));
    const { offsetLeft, offsetTop } = this.#canvas;
    this.#band.style.cssText = `left:${fromPx + offsetLeft}px;top:${
      top + offsetTop
    }px;width:${toPx - fromPx}px;height:${height}px`;
  }
}
