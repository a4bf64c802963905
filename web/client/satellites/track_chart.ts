/// <reference lib="dom" />
import { Chart, type ChartOptions, type Scale } from "chart.js";
import type { Position, ThinnedPosition } from "../feed/position_window.ts";
import type { Place } from "./chart_cursor.ts";
import type { ChartData } from "./chart_data.ts";
import {
  type ChartLook,
  dotsLook,
  lineLook,
  newestLook,
  scaleLook,
} from "../charts/chart_look.ts";
import { splitAtAntimeridian } from "./split_at_antimeridian.ts";

interface Point {
  x: number;
  y: number;
}

/** Of points farther apart nobody can tell the way from one to the next. */
const MOST_JOINED_MS = 600_000;
/** Farther away than this, nothing is pointed at. */
const NEAR_PX = 40;

/**
 * Latitude over longitude on the whole Earth: a line, broken where it crosses
 * the antimeridian, or points where they are far apart.
 */
export class TrackChart {
  readonly #chart: Chart<"line", Point[]>;

  constructor(canvas: HTMLCanvasElement, look: ChartLook) {
    this.#chart = new Chart<"line", Point[]>(canvas, {
      type: "line",
      data: { datasets: [{ data: [] }, { data: [] }, { data: [] }] },
      options: trackOptions(look),
    });
    this.retheme(look);
  }

  retheme(look: ChartLook): void {
    const [line, newest, dots] = this.#chart.data.datasets;
    Object.assign(line!, lineLook(look));
    Object.assign(newest!, newestLook(look));
    Object.assign(dots!, dotsLook(look));
    this.#chart.options = trackOptions(look);
    // In the mode of `draw` points would keep the look that they have.
    this.#chart.update();
  }

  draw(data: ChartData): void {
    const [line, newest, dots] = this.#chart.data.datasets;
    const isJoined = data.runs.every(([first, second]) =>
      second === undefined || second.timeMs - first!.timeMs <= MOST_JOINED_MS
    );
    line!.data = isJoined ? toLines(data.runs) : [];
    dots!.data = isJoined ? [] : data.runs.flat().map(toPoint);
    newest!.data = data.newest ? [toPoint(data.newest)] : [];
    this.#chart.update("none");
  }

  placeOf({ longitudeDeg, latitudeDeg }: Position): Place {
    const { x, y } = this.#chart.scales;
    return {
      x: x!.getPixelForValue(longitudeDeg),
      y: y!.getPixelForValue(latitudeDeg),
    };
  }

  /** The position nearest to a place; null where none is near. */
  nearest(
    place: Place,
    positions: readonly ThinnedPosition[],
  ): ThinnedPosition | null {
    let nearest: ThinnedPosition | null = null;
    let leastPx = NEAR_PX;
    for (const position of positions) {
      const { x, y } = this.placeOf(position);
      const px = Math.hypot(x - place.x, y - place.y);
      if (px < leastPx) [nearest, leastPx] = [position, px];
    }
    return nearest;
  }

  destroy(): void {
    this.#chart.destroy();
  }
}

function toLines(runs: ChartData["runs"]): Point[] {
  return runs.flatMap(splitAtAntimeridian).flatMap((part, i) => {
    const points = part.map(toPoint);
    return i === 0 ? points : [{ x: NaN, y: NaN }, ...points];
  });
}

function toPoint(position: { longitudeDeg: number; latitudeDeg: number }) {
  return { x: position.longitudeDeg, y: position.latitudeDeg };
}

function trackOptions(look: ChartLook): ChartOptions<"line"> {
  return {
    animation: false,
    maintainAspectRatio: false,
    layout: { padding: { top: 6, right: 8 } },
    scales: {
      x: degreeScale(look, "x", 180, 90),
      y: degreeScale(look, "y", 90, 45),
    },
    // What is pointed at is for all charts together to show.
    events: [],
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
