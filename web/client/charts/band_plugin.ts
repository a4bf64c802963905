/// <reference lib="dom" />
import type { Chart, Plugin } from "chart.js";
import type { ThinnedPosition } from "../feed/position_window.ts";
import type { ChartLook } from "./chart_look.ts";

/** What the plugin asks for at each drawing. */
export interface BandSource {
  /** Earliest first, without a gap in a run. */
  runs(): readonly (readonly ThinnedPosition[])[];
  look(): ChartLook;
}

/** Light enough for the line to stand out, dark enough to be seen on the panel. */
const opacity = 0.3;
/** Less than the line is thick does not show beside it. */
const leastPx = 2;

/**
 * Fills what lies between the lowest and the highest altitude where a point
 * stands for many, and the line alone would not show how far they went.
 */
export function makeBandPlugin(source: BandSource): Plugin<"line"> {
  return {
    id: "band",
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const { left, top, width, height } = chartArea;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, top, width, height);
      ctx.clip();
      ctx.globalAlpha = opacity;
      ctx.fillStyle = source.look().line;
      ctx.beginPath();
      for (const run of source.runs()) tracePath(chart, run);
      ctx.fill();
      ctx.restore();
    },
  };
}

/** Adds what the line from each point to the next does not show by itself. */
function tracePath(
  { ctx, scales }: Chart<"line">,
  run: readonly ThinnedPosition[],
): void {
  const { x, y } = scales;
  if (!x || !y) return;
  for (let i = 0; i + 1 < run.length; i++) {
    const { timeMs, altitudeKm, lowKm, highKm } = run[i]!;
    const next = run[i + 1]!;
    const top = y.getPixelForValue(highKm);
    const bottom = y.getPixelForValue(lowKm);
    const ends = [altitudeKm, next.altitudeKm].map((km) =>
      y.getPixelForValue(km)
    );
    const isShown = top > Math.min(...ends) - leastPx &&
      bottom < Math.max(...ends) + leastPx;
    if (isShown) continue;
    const left = x.getPixelForValue(timeMs);
    const right = x.getPixelForValue(next.timeMs);
    ctx.rect(left, top, right - left, bottom - top);
  }
}
