/// <reference lib="dom" />
import { Chart, type ChartOptions, type Scale } from "chart.js";
import {
  type ChartLook,
  lineLook,
  newestLook,
  scaleLook,
  seriesOptions,
  tooltipLook,
} from "../charts/chart_look.ts";
import { wireRangeSelection } from "../charts/range_selection.ts";
import { formatTimeOfDay } from "../format.ts";
import { timeTicks } from "../satellites/time_ticks.ts";
import type { Pass, TrackPoint } from "./contract.ts";
import { formatElevation } from "./describe_pass.ts";
import {
  pointAt,
  trackDashes,
  type TrackPart,
  trackParts,
} from "./track_parts.ts";

interface Point {
  x: number;
  y: number;
  dash: number[];
}

const mostTimes = 5;
/** A mark nearer to an end than this would have its label cut. */
const edgePx = 20;

/** How high a satellite stands in the course of a pass. */
export class ElevationChart {
  readonly #chart: Chart<"line", Point[]>;
  #pass: Pass | null = null;
  #track: readonly TrackPoint[] = [];
  #isUp = false;

  constructor(canvas: HTMLCanvasElement, look: ChartLook) {
    this.#chart = new Chart<"line", Point[]>(canvas, {
      type: "line",
      // In the Sun, the satellite, and in the shadow.
      data: { datasets: [{ data: [] }, { data: [] }, { data: [] }] },
      options: elevationOptions(look),
    });
    wireRangeSelection(canvas, this.#chart);
    this.retheme(look);
  }

  retheme(look: ChartLook): void {
    const [lit, newest, dark] = this.#chart.data.datasets;
    const line = {
      ...lineLook(look),
      segment: {
        borderDash: ({ p0 }: { p0: unknown }) =>
          (p0 as { raw: Point }).raw.dash,
      },
    };
    Object.assign(lit!, line);
    Object.assign(newest!, newestLook(look));
    Object.assign(dark!, { ...line, borderColor: look.dim, borderWidth: 1.5 });
    const { x, y } = this.#chart.options.scales!;
    const ends = [x, y].map((scale) => ({ min: scale!.min, max: scale!.max }));
    this.#chart.options = elevationOptions(look);
    Object.assign(this.#chart.options.scales!.x!, ends[0]);
    Object.assign(this.#chart.options.scales!.y!, ends[1]);
    // In the mode of `draw` points would keep the look that they have.
    this.#chart.update();
  }

  draw(pass: Pass, track: readonly TrackPoint[], shownMs: number): void {
    const point = pointAt(track, shownMs);
    // Nothing moves in it but the satellite.
    const isUp = point !== null || this.#isUp;
    if (this.#track === track && this.#pass === pass && !isUp) return;
    this.#track = track;
    this.#pass = pass;
    this.#isUp = point !== null;
    const [lit, newest, dark] = this.#chart.data.datasets;
    const parts = trackParts(track);
    lit!.data = joinParts(parts.filter(({ isLit }) => isLit));
    dark!.data = joinParts(parts.filter(({ isLit }) => !isLit));
    newest!.data = point
      ? [{ x: shownMs, y: point.elevationDeg, dash: [] }]
      : [];
    const { x, y } = this.#chart.options.scales!;
    Object.assign(x!, {
      min: Date.parse(pass.aos.time),
      max: Date.parse(pass.los.time),
    });
    // A low pass shall look low.
    const top = Math.max(30, Math.ceil((pass.max_elevation_deg + 3) / 10) * 10);
    Object.assign(y!, { min: 0, max: Math.min(90, top) });
    this.#chart.update("none");
  }
}

function joinParts(parts: readonly TrackPart[]): Point[] {
  return parts.flatMap(({ points, source }) => {
    const dash = trackDashes[source];
    const line = points.map(({ time, elevation_deg }) => ({
      x: Date.parse(time),
      y: elevation_deg,
      dash,
    }));
    // A point that is no number lifts the pen.
    return [...line, { x: line.at(-1)!.x, y: NaN, dash }];
  });
}

function elevationOptions(look: ChartLook): ChartOptions<"line"> {
  let times: string[] = [];
  const x = scaleLook(look, "x");
  const y = scaleLook(look, "y");
  return {
    ...seriesOptions,
    layout: { padding: { top: 8, right: 8 } },
    scales: {
      x: {
        ...x,
        afterBuildTicks: (scale: Scale) => {
          const edge = edgePx / scale.width * (scale.max - scale.min);
          const ticks = timeTicks(scale.min, scale.max, mostTimes)
            .filter(({ value }) =>
              value - scale.min >= edge && scale.max - value >= edge
            );
          times = ticks.map(({ label }) => label);
          scale.ticks = ticks.map(({ value }) => ({ value }));
        },
        ticks: { ...x.ticks, callback: (_, index) => times[index] },
      },
      y: {
        ...y,
        afterBuildTicks: (scale: Scale) => {
          // Parts of a right angle, as on the sky plot.
          const step = scale.max > 60 ? 30 : scale.max > 30 ? 20 : 10;
          const count = Math.floor(scale.max / step) + 1;
          scale.ticks = Array.from({ length: count }, (_, i) => ({
            value: i * step,
          }));
        },
        ticks: { ...y.ticks, callback: (value) => `${value}°` },
      },
    },
    plugins: {
      tooltip: {
        ...tooltipLook(look),
        callbacks: {
          title: () => "",
          label: ({ parsed }) =>
            `${formatTimeOfDay(parsed.x ?? 0)} UTC   ${
              formatElevation(parsed.y ?? 0)
            }`,
        },
      },
    },
  };
}
