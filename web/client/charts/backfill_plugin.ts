/// <reference lib="dom" />
import type { Plugin } from "chart.js";
import type { TimeRange } from "../feed/position_window.ts";
import type { ChartLook } from "./chart_look.ts";
import { boxesOf } from "./gap_plugin.ts";

/** What the plugin asks for at each drawing. */
export interface BackfillSource {
  backfills(): readonly TimeRange[];
  look(): ChartLook;
}

/** Between the plot and the labels of its axis. */
const belowPx = 3;
const thicknessPx = 2;

/** Underlines what was filled in later. */
export function makeBackfillPlugin(source: BackfillSource): Plugin<"line"> {
  return {
    id: "backfills",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.fillStyle = source.look().dim;
      for (const { left, right } of boxesOf(chart, source.backfills())) {
        const top = chartArea.bottom + belowPx;
        ctx.fillRect(left, top, right - left, thicknessPx);
      }
      ctx.restore();
    },
  };
}
