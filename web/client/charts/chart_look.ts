import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type TooltipOptions,
} from "chart.js";
import type { SatelliteStyle } from "../colours.ts";
import { currentTheme, resolveColour } from "../theme.ts";

Chart.register(LineController, LineElement, LinearScale, PointElement, Tooltip);

/** The colours that a chart is drawn in. */
export interface ChartLook {
  line: string;
  dash: number[];
  marker: SatelliteStyle["marker"];
  dim: string;
  grid: string;
  hatch: string;
  panel: string;
  ink: string;
}

/** Both charts of a panel begin at the same pixel, so that panels line up. */
const labelWidth = 48;
const font = { family: "Inter, system-ui, sans-serif", size: 12 };

/** Returns a satellite's look in the theme in use. */
export function chartLook(style: SatelliteStyle): ChartLook {
  return {
    line: style[currentTheme()],
    dash: style.dash,
    marker: style.marker,
    dim: resolveColour("--dim"),
    grid: resolveColour("--grid"),
    hatch: resolveColour("--hatch"),
    panel: resolveColour("--panel"),
    ink: resolveColour("--ink"),
  };
}

/** Options of every chart of values over sorted times or ages. */
export const seriesOptions = {
  animation: false,
  maintainAspectRatio: false,
  // They come sorted, so nothing needs to be parsed or sorted.
  parsing: false,
  normalized: true,
  interaction: { mode: "nearest", axis: "x", intersect: false },
} as const;

interface FittedScale {
  width: number;
  paddingLeft: number;
  paddingRight: number;
}

/** Returns what every scale has in common. */
export function scaleLook(look: ChartLook, axis: "x" | "y") {
  return {
    type: "linear" as const,
    grid: { color: look.grid, drawTicks: false },
    border: { display: false },
    ticks: {
      color: look.dim,
      font,
      padding: 8,
      maxRotation: 0,
      autoSkip: false,
    },
    // The plot keeps its place whatever the labels are as time goes on.
    afterFit: (scale: FittedScale) => {
      if (axis === "y") scale.width = labelWidth;
      else scale.paddingLeft = scale.paddingRight = 0;
    },
  };
}

/** Returns the look of the one dataset that is the line. */
export function lineLook(look: ChartLook) {
  return {
    borderColor: look.line,
    borderWidth: 2,
    borderDash: look.dash,
    borderJoinStyle: "round" as const,
    // Straight to the eye; at exactly 0 the library steps from pixel to pixel.
    tension: 0.001,
    pointRadius: 0,
    pointHitRadius: 0,
    pointHoverRadius: 0,
  };
}

/** Returns the look of the one dataset that is the newest point. */
export function newestLook(look: ChartLook) {
  // Corners make a shape look smaller than a circle of the same radius.
  const pointRadius = look.marker === "circle" ? 5 : 7;
  return {
    showLine: false,
    pointStyle: look.marker,
    pointRadius,
    pointHoverRadius: pointRadius,
    backgroundColor: look.line,
    borderColor: look.panel,
    pointBorderWidth: 1.5,
    clip: false as const,
  };
}

/**
 * Returns the look of the dataset that stands for the line where its points
 * are too far apart to be joined.
 */
export function dotsLook(look: ChartLook) {
  return {
    showLine: false,
    pointRadius: 1.5,
    pointHoverRadius: 1.5,
    backgroundColor: look.line,
    pointBorderWidth: 0,
  };
}

/** Returns the tooltip's look; the newest point has none. */
export function tooltipLook(look: ChartLook) {
  return {
    animation: false as const,
    backgroundColor: look.panel,
    borderColor: look.dim,
    borderWidth: 1,
    bodyColor: look.ink,
    bodyFont: font,
    cornerRadius: 6,
    caretSize: 0,
    displayColors: false,
    padding: 8,
    filter: (item: { datasetIndex: number }) => item.datasetIndex !== 1,
  } satisfies Partial<TooltipOptions<"line">>;
}
