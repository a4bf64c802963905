/// <reference lib="dom" />
import { Chart, type ChartOptions, type Scale } from "chart.js";
import type { Position } from "../feed/position_window.ts";
import { makeBackfillPlugin } from "../charts/backfill_plugin.ts";
import { makeBandPlugin } from "../charts/band_plugin.ts";
import {
  type ChartLook,
  lineLook,
  newestLook,
  scaleLook,
  seriesOptions,
} from "../charts/chart_look.ts";
import { gapLabelPx, makeGapPlugin } from "../charts/gap_plugin.ts";
import { wireRangeSelection } from "../charts/range_selection.ts";
import type { Place, PlotArea } from "./chart_cursor.ts";
import type { ChartData } from "./chart_data.ts";
import { timeTicks } from "./time_ticks.ts";
import { valueTicks } from "./value_ticks.ts";

interface Point {
  x: number;
  y: number;
}

/** A mark for each so many pixels, and four at most. */
const pixelsPerTick = 62;
/** A mark nearer to an end than this would have its label cut. */
const edgePx = 20;

/**
 * Altitude over time, with gaps hatched, what was filled in underlined, and the
 * newest point as a dot; where a point stands for many, with their band.
 */
export class AltitudeChart {
  readonly #chart: Chart<"line", Point[]>;
  #look: ChartLook;
  #data: ChartData | null = null;

  constructor(canvas: HTMLCanvasElement, look: ChartLook) {
    this.#look = look;
    this.#chart = new Chart<"line", Point[]>(canvas, {
      type: "line",
      data: { datasets: [{ data: [] }, { data: [] }] },
      options: altitudeOptions(look),
      plugins: [
        makeGapPlugin({
          gaps: () => this.#data?.gaps ?? [],
          look: () => this.#look,
        }),
        makeBandPlugin({
          runs: () => this.#data?.runs ?? [],
          look: () => this.#look,
        }),
        makeBackfillPlugin({
          backfills: () => this.#data?.backfills ?? [],
          look: () => this.#look,
        }),
      ],
    });
    wireRangeSelection(canvas, this.#chart);
    this.retheme(look);
  }

  retheme(look: ChartLook): void {
    this.#look = look;
    const [line, newest] = this.#chart.data.datasets;
    Object.assign(line!, lineLook(look));
    Object.assign(newest!, newestLook(look));
    this.#chart.options = altitudeOptions(look);
    // In the mode of `draw` points would keep the look that they have.
    this.#chart.update();
    if (this.#data) this.draw(this.#data);
  }

  draw(data: ChartData): void {
    this.#data = data;
    const [line, newest] = this.#chart.data.datasets;
    line!.data = data.runs.flatMap((run, i) => {
      const points = run.map((p) => ({ x: p.timeMs, y: p.altitudeKm }));
      // A point that is no number lifts the pen between two runs.
      return i === 0 ? points : [{ x: points[0]!.x, y: NaN }, ...points];
    });
    newest!.data = data.newest
      ? [{ x: data.newest.timeMs, y: data.newest.altitudeKm }]
      : [];
    const { x, y } = this.#chart.options.scales!;
    Object.assign(x!, { min: data.range.fromMs, max: data.range.toMs });
    Object.assign(y!, altitudeBounds(data));
    this.#chart.update("none");
  }

  /** Where the plot lies on the canvas. */
  get area(): PlotArea {
    return this.#chart.chartArea;
  }

  xOf(timeMs: number): number {
    return this.#chart.scales.x!.getPixelForValue(timeMs);
  }

  placeOf({ timeMs, altitudeKm }: Position): Place {
    const y = this.#chart.scales.y!.getPixelForValue(altitudeKm);
    return { x: this.xOf(timeMs), y };
  }

  /** The time at a place; null outside the plot. */
  timeAt(x: number): number | null {
    const { left, right } = this.area;
    if (x < left || x > right) return null;
    return this.#chart.scales.x!.getValueForPixel(x) ?? null;
  }

  destroy(): void {
    this.#chart.destroy();
  }
}

/** Returns the ends of the altitude axis, so that the line has nearly all of its height. */
function altitudeBounds(data: ChartData): { min: number; max: number } {
  let { min, max } = data.boundsKm ?? { min: Infinity, max: -Infinity };
  for (const { timeMs, lowKm, highKm } of data.runs.flat()) {
    if (timeMs < data.range.fromMs) continue;
    min = Math.min(min, lowKm);
    max = Math.max(max, highKm);
  }
  if (min > max) return { min: 0, max: 1_000 };
  // A circular orbit is a level line, not its last metres blown up.
  const margin = Math.max(0.5, 0.06 * (max - min));
  return { min: min - margin, max: max + margin };
}

function altitudeOptions(look: ChartLook): ChartOptions<"line"> {
  let timeLabels: string[] = [];
  let altitudeLabels: string[] = [];
  const x = scaleLook(look, "x");
  const y = scaleLook(look, "y");
  return {
    ...seriesOptions,
    layout: { padding: { top: gapLabelPx, right: 8 } },
    scales: {
      x: {
        ...x,
        afterBuildTicks: (scale: Scale) => {
          const room = Math.floor((scale.chart.width - 60) / pixelsPerTick);
          const count = Math.min(4, Math.max(2, room));
          const edge = edgePx / scale.width * (scale.max - scale.min);
          const ticks = timeTicks(scale.min, scale.max, count)
            .filter(({ value }) =>
              value - scale.min >= edge && scale.max - value >= edge
            );
          timeLabels = ticks.map((tick) => tick.label);
          scale.ticks = ticks.map(({ value }) => ({ value }));
        },
        ticks: { ...x.ticks, callback: (_, index) => timeLabels[index] },
      },
      y: {
        ...y,
        afterBuildTicks: (scale: Scale) => {
          const ticks = valueTicks(scale.min, scale.max, 5);
          altitudeLabels = ticks.map((tick) => tick.label);
          scale.ticks = ticks.map(({ value }) => ({ value }));
        },
        ticks: { ...y.ticks, callback: (_, index) => altitudeLabels[index] },
      },
    },
    // What is pointed at is for all charts together to show.
    events: [],
  };
}
