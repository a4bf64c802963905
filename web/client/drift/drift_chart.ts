/// <reference lib="dom" />
import { Chart, type ChartOptions, type Scale } from "chart.js";
import {
  type ChartLook,
  lineLook,
  scaleLook,
  seriesOptions,
  tooltipLook,
} from "../charts/chart_look.ts";
import { gapLabelPx, makeGapPlugin } from "../charts/gap_plugin.ts";
import { RangeMark } from "../charts/range_mark.ts";
import { wireRangeSelection } from "../charts/range_selection.ts";
import type { TimeRange } from "../feed/position_window.ts";
import { formatCount, formatDateTime } from "../format.ts";
import { dateTicks } from "./date_ticks.ts";
import type { DriftHistory, DriftPoint } from "./drift_history.ts";
import { formatTimeOfDay } from "./format_time_of_day.ts";
import { timeOfDayTicks } from "./time_of_day_ticks.ts";

interface Point {
  x: number;
  y: number;
  of?: DriftPoint;
}

const pixelsPerTick = 90;
const mostValues = 5;
/** A mark nearer to an end than this would have its label cut. */
const edgePx = 20;

/** Local solar time over the years: mean, and thin behind it apparent. */
export class DriftChart {
  readonly #chart: Chart<"line", Point[]>;
  readonly #mark: RangeMark;
  #look: ChartLook;
  #history: DriftHistory | null = null;

  constructor(canvas: HTMLCanvasElement, look: ChartLook) {
    this.#look = look;
    this.#chart = new Chart<"line", Point[]>(canvas, {
      type: "line",
      // The first is drawn on top.
      data: { datasets: [{ data: [] }, { data: [] }] },
      options: driftOptions(look),
      plugins: [
        makeGapPlugin({
          gaps: () => this.#history?.gaps ?? [],
          look: () => this.#look,
        }),
      ],
    });
    this.#mark = new RangeMark(canvas, this.#chart);
    wireRangeSelection(canvas, this.#chart);
    this.retheme(look);
  }

  retheme(look: ChartLook): void {
    this.#look = look;
    const [mean, apparent] = this.#chart.data.datasets;
    Object.assign(mean!, lineLook(look));
    Object.assign(apparent!, {
      ...lineLook(look),
      borderColor: look.dim,
      borderWidth: 1,
      borderDash: [],
    });
    this.#chart.options = driftOptions(look);
    // New options can be changed only after that; and in the mode of `draw`
    // points would keep the look that they have.
    this.#chart.update();
    if (this.#history) this.draw(this.#history);
  }

  draw(history: DriftHistory): void {
    this.#history = history;
    const [mean, apparent] = this.#chart.data.datasets;
    mean!.data = pointsOf(history, (point) => point.meanHours);
    apparent!.data = pointsOf(history, (point) => point.apparentHours);
    const { x, y } = this.#chart.options.scales!;
    const { fromMs, toMs } = history.range;
    // A single crossing is a day wide.
    Object.assign(x!, {
      min: fromMs,
      max: Math.max(toMs, fromMs + 86_400_000),
    });
    Object.assign(y!, boundsOf(history));
    this.#chart.update("none");
  }

  /** Marks the page's range; null where this is it. */
  mark(range: TimeRange | null): void {
    this.#mark.show(range);
  }
}

function pointsOf(
  { runs }: DriftHistory,
  hours: (point: DriftPoint) => number,
): Point[] {
  return runs.flatMap((run, i) => {
    const points = run.map((of) => ({ x: of.timeMs, y: hours(of), of }));
    // A point that is no number lifts the pen between two runs.
    return i === 0 ? points : [{ x: points[0]!.x, y: NaN }, ...points];
  });
}

/** The ends of the axis of local time, at most those of the day. */
function boundsOf({ runs }: DriftHistory): { min: number; max: number } {
  const hours = runs.flat().flatMap((point) => [
    point.meanHours,
    point.apparentHours,
  ]);
  const min = hours.reduce((least, one) => Math.min(least, one));
  const max = hours.reduce((most, one) => Math.max(most, one));
  const margin = Math.max(1 / 60, 0.06 * (max - min));
  return { min: Math.max(0, min - margin), max: Math.min(24, max + margin) };
}

function driftOptions(look: ChartLook): ChartOptions<"line"> {
  let dates: string[] = [];
  let hours: string[] = [];
  const x = scaleLook(look, "x");
  const y = scaleLook(look, "y");
  return {
    ...seriesOptions,
    layout: { padding: { top: gapLabelPx, right: 8 } },
    scales: {
      x: {
        ...x,
        afterBuildTicks: (scale: Scale) => {
          const count = Math.max(2, Math.floor(scale.width / pixelsPerTick));
          const edge = edgePx / scale.width * (scale.max - scale.min);
          const ticks = dateTicks(scale.min, scale.max, Math.min(count, 8))
            .filter(({ value }) =>
              value - scale.min >= edge && scale.max - value >= edge
            );
          dates = ticks.map(({ label }) => label);
          scale.ticks = ticks.map(({ value }) => ({ value }));
        },
        ticks: { ...x.ticks, callback: (_, index) => dates[index] },
      },
      y: {
        ...y,
        afterBuildTicks: (scale: Scale) => {
          const ticks = timeOfDayTicks(scale.min, scale.max, mostValues);
          hours = ticks.map(({ label }) => label);
          scale.ticks = ticks.map(({ value }) => ({ value }));
        },
        ticks: { ...y.ticks, callback: (_, index) => hours[index] },
      },
    },
    plugins: {
      tooltip: {
        ...tooltipLook(look),
        callbacks: {
          title: () => "",
          label: ({ raw }) => describePoint((raw as Point).of),
        },
      },
    },
  };
}

function describePoint(point: DriftPoint | undefined): string[] {
  if (point === undefined) return [];
  const { timeMs, meanHours, apparentHours, altitudeKm, revolution } = point;
  return [
    `${formatDateTime(timeMs)} UTC`,
    `${formatTimeOfDay(meanHours, "s")} mean, ${
      formatTimeOfDay(apparentHours, "s")
    } apparent`,
    `${altitudeKm.toFixed(1)} km high${
      revolution === null ? "" : `, revolution ${formatCount(revolution)}`
    }`,
  ];
}
