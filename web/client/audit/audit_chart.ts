/// <reference lib="dom" />
import {
  Chart,
  type ChartOptions,
  type Scale,
  type TooltipItem,
} from "chart.js";
import {
  type ChartLook,
  scaleLook,
  seriesOptions,
  tooltipLook,
} from "../charts/chart_look.ts";
import { RangeMark } from "../charts/range_mark.ts";
import { wireRangeSelection } from "../charts/range_selection.ts";
import type { TimeRange } from "../feed/position_window.ts";
import { logBounds, logTicks } from "./log_ticks.ts";

/** A point of a chart; `y` is the logarithm of seconds. */
export interface Point {
  x: number;
  y: number;
}

export interface AxisMark {
  value: number;
  /** Several lines, if it is an array. */
  label: string | string[];
}

/** What one of the audit's two charts adds to what they share. */
export interface AuditChartPlan {
  axis: "age" | "time";
  /** Looks of its lines, the first drawn on top. */
  looks: (look: ChartLook) => Record<string, unknown>[];
  /** Marks of the axis of time or age. */
  marks: (scale: Scale) => AxisMark[];
  describe: (item: TooltipItem<"line">) => string;
}

const mostMarks = 5;

/** Seconds on a logarithmic axis, over age or over time. */
export class AuditChart {
  readonly #chart: Chart<"line", Point[]>;
  readonly #plan: AuditChartPlan;
  readonly #mark: RangeMark;
  #boundsX = { min: 0, max: 1 };
  #boundsY = logBounds([]);

  constructor(
    canvas: HTMLCanvasElement,
    look: ChartLook,
    plan: AuditChartPlan,
  ) {
    this.#plan = plan;
    this.#chart = new Chart<"line", Point[]>(canvas, {
      type: "line",
      data: { datasets: plan.looks(look).map(() => ({ data: [] })) },
      options: this.#options(look),
    });
    this.#mark = new RangeMark(canvas, this.#chart);
    if (plan.axis === "time") wireRangeSelection(canvas, this.#chart);
    this.retheme(look);
  }

  retheme(look: ChartLook): void {
    for (const [i, one] of this.#plan.looks(look).entries()) {
      Object.assign(this.#chart.data.datasets[i]!, one);
    }
    this.#chart.options = this.#options(look);
    this.#fit();
    // In the mode of `draw` points would keep the look that they have.
    this.#chart.update();
  }

  /** Draws lines in the order of their looks, within the ends of the x axis. */
  draw(lines: readonly Point[][], x: { min: number; max: number }): void {
    for (const [i, line] of lines.entries()) {
      this.#chart.data.datasets[i]!.data = line;
    }
    const seconds = lines.flat().map(({ y }) => 10 ** y);
    this.#boundsY = logBounds(seconds);
    this.#boundsX = x;
    this.#fit();
    this.#chart.update("none");
  }

  /** Marks the page's range on the axis of time; null where this is it. */
  mark(range: TimeRange | null): void {
    this.#mark.show(range);
  }

  #fit(): void {
    const { x, y } = this.#chart.options.scales!;
    Object.assign(x!, this.#boundsX);
    Object.assign(y!, this.#boundsY);
  }

  #options(look: ChartLook): ChartOptions<"line"> {
    let marks: AxisMark[] = [];
    let labels: string[] = [];
    const x = scaleLook(look, "x");
    const y = scaleLook(look, "y");
    return {
      ...seriesOptions,
      layout: { padding: { top: 8, right: 16 } },
      scales: {
        x: {
          ...x,
          afterBuildTicks: (scale: Scale) => {
            marks = this.#plan.marks(scale);
            scale.ticks = marks.map(({ value }) => ({ value }));
          },
          ticks: { ...x.ticks, callback: (_, index) => marks[index]?.label },
        },
        y: {
          ...y,
          afterFit: (scale: { width: number }) => scale.width = 56,
          afterBuildTicks: (scale: Scale) => {
            const ticks = logTicks(scale, mostMarks);
            labels = ticks.map(({ label }) => label);
            scale.ticks = ticks.map(({ value }) => ({ value }));
          },
          ticks: { ...y.ticks, callback: (_, index) => labels[index] },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipLook(look),
          filter: (_, index) => index === 0,
          callbacks: { title: () => "", label: this.#plan.describe },
        },
      },
    };
  }
}
