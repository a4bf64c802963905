/// <reference lib="dom" />
import { Chart, type ChartOptions, type Scale } from "chart.js";
import { formatReading } from "../format.ts";
import type { ChartData } from "./altitude_chart.ts";
import {
  type ChartLook,
  lineLook,
  newestLook,
  scaleLook,
  tooltipLook,
} from "./chart_look.ts";
import { splitAtAntimeridian } from "./split_at_antimeridian.ts";

interface Point {
  x: number;
  y: number;
}

/** Latitude over longitude on the whole Earth, broken where it crosses the antimeridian. */
export class TrackChart {
  readonly #chart: Chart<"line", Point[]>;

  constructor(canvas: HTMLCanvasElement, look: ChartLook) {
    this.#chart = new Chart<"line", Point[]>(canvas, {
      type: "line",
      data: { datasets: [{ data: [] }, { data: [] }] },
      options: trackOptions(look),
    });
    this.retheme(look);
  }

  retheme(look: ChartLook): void {
    const [line, newest] = this.#chart.data.datasets;
    Object.assign(line!, lineLook(look));
    Object.assign(newest!, newestLook(look));
    this.#chart.options = trackOptions(look);
    this.#chart.update("none");
  }

  draw(data: ChartData): void {
    const [line, newest] = this.#chart.data.datasets;
    line!.data = data.runs.flatMap(splitAtAntimeridian).flatMap((part, i) => {
      const points = part.map((p) => ({ x: p.longitudeDeg, y: p.latitudeDeg }));
      return i === 0 ? points : [{ x: NaN, y: NaN }, ...points];
    });
    newest!.data = data.newest
      ? [{ x: data.newest.longitudeDeg, y: data.newest.latitudeDeg }]
      : [];
    this.#chart.update("none");
  }

  destroy(): void {
    this.#chart.destroy();
  }
}

function trackOptions(look: ChartLook): ChartOptions<"line"> {
  return {
    animation: false,
    maintainAspectRatio: false,
    layout: { padding: { top: 6, right: 8 } },
    interaction: { mode: "nearest", axis: "xy", intersect: false },
    scales: {
      x: degreeScale(look, "x", 180, 90),
      y: degreeScale(look, "y", 90, 45),
    },
    plugins: {
      tooltip: {
        ...tooltipLook(look),
        callbacks: {
          title: () => "",
          label: ({ parsed }) =>
            `latitude ${formatReading(parsed.y ?? 0)}°, longitude ${
              formatReading(parsed.x ?? 0)
            }°`,
        },
      },
    },
  };
}

function degreeScale(
  look: ChartLook,
  axis: "x" | "y",
  limit: number,
  step: number,
) {
  const common = scaleLook(look, axis);
  return {
    ...common,
    min: -limit,
    max: limit,
    afterBuildTicks: (scale: Scale) => {
      scale.ticks = [-limit, -step, 0, step, limit].map((value) => ({ value }));
    },
    ticks: {
      ...common.ticks,
      align: "inner" as const,
      callback: (value: string | number) => `${value}°`,
    },
  };
}
