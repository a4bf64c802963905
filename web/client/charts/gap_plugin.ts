/// <reference lib="dom" />
import type { Chart, Plugin } from "chart.js";
import type { TimeRange } from "../feed/position_window.ts";
import { formatDuration } from "../format.ts";
import { texts } from "../texts.ts";
import type { ChartLook } from "./chart_look.ts";

/** What the plugin asks for at each drawing. */
export interface GapSource {
  gaps(): readonly TimeRange[];
  look(): ChartLook;
}

const stripePx = 6;

/** The height above the plot that the labels need, so that they cover no data. */
export const gapLabelPx = 18;

interface Box {
  gap: TimeRange;
  left: number;
  right: number;
}

/** Hatches gaps, and writes their length in words where there is room for it. */
export function makeGapPlugin(source: GapSource): Plugin<"line"> {
  let pattern: CanvasPattern | null = null;
  let patternColour = "";
  return {
    id: "gaps",
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const look = source.look();
      if (patternColour !== look.hatch) {
        pattern = hatch(ctx, look.hatch);
        patternColour = look.hatch;
      }
      ctx.save();
      ctx.fillStyle = pattern ?? look.hatch;
      for (const { left, right } of boxesOf(chart, source.gaps())) {
        ctx.fillRect(left, chartArea.top, right - left, chartArea.height);
      }
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const look = source.look();
      ctx.save();
      ctx.font = "12px Inter, system-ui, sans-serif";
      ctx.textBaseline = "top";
      ctx.fillStyle = look.dim;
      const taken: { left: number; right: number }[] = [];
      // The longest first: where two labels would overlap, it is the one to read.
      const boxes = boxesOf(chart, source.gaps())
        .sort((a, b) => length(b.gap) - length(a.gap));
      for (const { gap, left, right } of boxes) {
        const text = texts.panel.gap(formatDuration(length(gap)));
        const width = ctx.measureText(text).width + 8;
        const start = Math.min(
          Math.max(chartArea.left, (left + right - width) / 2),
          chartArea.right - width,
        );
        const label = { left: start, right: start + width };
        if (taken.some((t) => t.left < label.right && label.left < t.right)) {
          continue;
        }
        taken.push(label);
        ctx.fillText(text, start + 4, chartArea.top - gapLabelPx + 2);
      }
      ctx.restore();
    },
  };
}

/** Where ranges such as gaps lie in the plot; even the shortest is a pixel wide. */
export function boxesOf(
  chart: Chart<"line">,
  gaps: readonly TimeRange[],
): Box[] {
  const { x } = chart.scales;
  const { left: first, right: last } = chart.chartArea;
  if (!x) return [];
  return gaps.map((gap) => {
    const left = Math.max(first, x.getPixelForValue(gap.fromMs));
    const right = Math.min(last, x.getPixelForValue(gap.toMs));
    return { gap, left, right: Math.max(right, left + 1) };
  });
}

function length(gap: TimeRange): number {
  return gap.toMs - gap.fromMs;
}

function hatch(
  ctx: CanvasRenderingContext2D,
  colour: string,
): CanvasPattern | null {
  const tile = document.createElement("canvas");
  tile.width = tile.height = stripePx;
  const pen = tile.getContext("2d");
  if (!pen) return null;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.beginPath();
  // Three strokes, so that the stripes meet where tiles do.
  for (const shift of [-stripePx, 0, stripePx]) {
    pen.moveTo(shift - 1, stripePx + 1);
    pen.lineTo(shift + stripePx + 1, -1);
  }
  pen.stroke();
  return ctx.createPattern(tile, "repeat");
}
