/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import type { Coverage } from "../feed/coverage.ts";
import type { TimeRange } from "../feed/position_window.ts";
import { timeTicks } from "../satellites/time_ticks.ts";
import { currentTheme, resolveColour } from "../theme.ts";
import { coveredSpans } from "./covered_spans.ts";
import { shareOf } from "./strip.ts";

/** Of more satellites than this, lines would be thinner than can be told apart. */
const mostLines = 12;
const linePx = 2;
/** What can be pointed at, however few the lines are. */
const leastPx = 22;
const labelPx = 14;
const pixelsPerTick = 90;

/** Returns how high the lines of so many satellites are, with their labels below. */
export function linesHeightPx(satellites: number): number {
  const lines = satellites > mostLines ? 1 : satellites;
  return Math.max(leastPx, lines * pitchPx(lines) + 4) + labelPx;
}

/** Draws what is recorded: a line for each satellite, or the sum of very many. */
export function drawLines(
  canvas: HTMLCanvasElement,
  coverages: readonly Coverage[],
  strip: TimeRange,
): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext("2d");
  if (!pen || width === 0) return;
  pen.scale(ratio, ratio);
  const linesPx = height - labelPx;
  drawTicks(pen, strip, { width, height });
  if (coverages.length > mostLines) {
    return drawSum(pen, coverages, strip, { width, height: linesPx });
  }
  const pitch = pitchPx(coverages.length);
  const top = (linesPx - pitch * (coverages.length - 1) - linePx) / 2;
  for (const [i, coverage] of coverages.entries()) {
    pen.fillStyle = satelliteStyle(coverage.noradId)[currentTheme()];
    const y = top + pitch * i;
    for (
      const [left, right] of coveredSpans(coverage, { strip, widthPx: width })
    ) {
      pen.fillRect(left, y, right - left, linePx);
    }
  }
}

interface Size {
  width: number;
  height: number;
}

/** How many of all there are, as a height. */
function drawSum(
  pen: CanvasRenderingContext2D,
  coverages: readonly Coverage[],
  strip: TimeRange,
  { width, height }: Size,
): void {
  const counts = new Float64Array(Math.ceil(width));
  for (const coverage of coverages) {
    for (
      const [left, right] of coveredSpans(coverage, { strip, widthPx: width })
    ) {
      for (let x = Math.floor(left); x < right && x < counts.length; x++) {
        counts[x]!++;
      }
    }
  }
  pen.fillStyle = resolveColour("--dim");
  pen.globalAlpha = 0.5;
  for (const [x, count] of counts.entries()) {
    const tall = count / coverages.length * (height - 4);
    pen.fillRect(x, height - 2 - tall, 1, tall);
  }
}

function drawTicks(
  pen: CanvasRenderingContext2D,
  strip: TimeRange,
  { width, height }: Size,
): void {
  pen.font = "11px Inter, system-ui, sans-serif";
  pen.textAlign = "center";
  pen.textBaseline = "alphabetic";
  const [grid, dim] = [resolveColour("--grid"), resolveColour("--dim")];
  const count = Math.max(2, Math.floor(width / pixelsPerTick));
  for (const { value, label } of timeTicks(strip.fromMs, strip.toMs, count)) {
    const x = Math.round(shareOf(value, strip) * width);
    if (x < 18 || x > width - 18) continue;
    pen.fillStyle = grid;
    pen.fillRect(x, 0, 1, height - labelPx);
    pen.fillStyle = dim;
    pen.fillText(label, x, height - 3);
  }
}

function pitchPx(lines: number): number {
  return lines > 6 ? 3 : 6;
}
