/// <reference lib="dom" />
import type { Chart } from "chart.js";
import type { TimeRange } from "../feed/position_window.ts";
import { makeElement } from "../make_element.ts";

/** What a chart says when somebody has dragged over a stretch of its time axis. */
export const rangeChosen = "range-chosen";
/** What it says when that is to be undone. */
export const rangeUndone = "range-undone";

/** A shorter drag is a click whose hand was not quite still. */
const leastPx = 8;

/**
 * Lets a stretch of a chart's time axis be chosen by dragging over it: the
 * canvas then sends `range-chosen`, which bubbles, with the range as `detail`.
 * Escape gives up what is being dragged; a double click sends `range-undone`.
 */
export function wireRangeSelection(
  canvas: HTMLCanvasElement,
  chart: Pick<Chart, "chartArea" | "scales">,
): void {
  const band = makeElement("div", { class: "chosen-band", hidden: "" });
  let startPx: number | null = null;
  const stop = () => {
    startPx = null;
    band.hidden = true;
    removeEventListener("keydown", onKey, true);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    stop();
  };
  canvas.style.touchAction = "pan-y";
  canvas.addEventListener("pointerdown", (event) => {
    const px = event.offsetX;
    const { left, right } = chart.chartArea;
    if (event.button !== 0 || px < left || px > right) return;
    canvas.setPointerCapture(event.pointerId);
    canvas.after(band);
    startPx = px;
    addEventListener("keydown", onKey, true);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (startPx === null) return;
    const [left, right] = endsOf(chart, startPx, event.offsetX);
    band.hidden = right - left < leastPx;
    const { top, height } = chart.chartArea;
    band.style.cssText = `left:${left + canvas.offsetLeft}px;top:${
      top + canvas.offsetTop
    }px;width:${right - left}px;height:${height}px`;
  });
  canvas.addEventListener("pointerup", (event) => {
    if (startPx === null) return;
    const [left, right] = endsOf(chart, startPx, event.offsetX);
    stop();
    const { x } = chart.scales;
    if (!x || right - left < leastPx) return;
    const detail: TimeRange = {
      fromMs: x.getValueForPixel(left)!,
      toMs: x.getValueForPixel(right)!,
    };
    canvas.dispatchEvent(
      new CustomEvent(rangeChosen, { bubbles: true, detail }),
    );
  });
  // As when the finger turns out to scroll the page.
  canvas.addEventListener("pointercancel", stop);
  canvas.addEventListener("dblclick", () => {
    canvas.dispatchEvent(new CustomEvent(rangeUndone, { bubbles: true }));
  });
}

function endsOf(
  { chartArea }: Pick<Chart, "chartArea">,
  startPx: number,
  px: number,
): [number, number] {
  const inside = Math.min(chartArea.right, Math.max(chartArea.left, px));
  return [Math.min(startPx, inside), Math.max(startPx, inside)];
}
