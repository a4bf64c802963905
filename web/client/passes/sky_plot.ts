/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import { currentTheme, resolveColour } from "../theme.ts";
import type { Pass, TrackPoint } from "./contract.ts";
import { isUp } from "./countdown.ts";
import { formatElevation } from "./describe_pass.ts";
import type { PlotSide } from "./passes_choice.ts";
import { type Box, placeLabel } from "./place_label.ts";
import { projectDirection, radiusOf } from "./sky_projection.ts";
import { pointAt, timeMarks, trackParts } from "./track_parts.ts";
import { texts } from "./passes_texts.ts";

/** Between the horizon and the edge, for the letters and the labels. */
const marginPx = 34;
const font = "12px Inter, system-ui, sans-serif";
const lineHeightPx = 14;
/** At most so many of the time marks have their time beside them. */
const mostTimes = 4;

/** What of a pass is drawn, and how. */
export interface SkyPlotData {
  pass: Pass;
  track: readonly TrackPoint[];
  minElevationDeg: number;
  plot: PlotSide;
  /** Where the satellite is drawn, if it is up then. */
  shownMs: number;
}

interface Place {
  x: number;
  y: number;
}

/** One pass over the sky as seen from below, or as on a map. */
export class SkyPlot {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #colours = { grid: "", line: "", dim: "", ink: "", panel: "", sun: "" };
  #size = { width: 0, height: 0 };
  #plot: PlotSide = "map";
  #taken: Box[] = [];

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d")!;
    this.retheme();
  }

  retheme(): void {
    this.#colours = {
      grid: resolveColour("--grid"),
      line: resolveColour("--line"),
      dim: resolveColour("--dim"),
      ink: resolveColour("--ink"),
      panel: resolveColour("--panel"),
      sun: resolveColour("--sun"),
    };
  }

  draw(data: SkyPlotData): void {
    this.#plot = data.plot;
    this.#clear();
    this.#drawSky(data.minElevationDeg);
    this.#drawSun(data.pass);
    this.#drawTrack(data);
    this.#drawMoments(data.pass);
    this.#drawMarks(data);
    this.#drawSatellite(data);
  }

  get #radius(): number {
    const { width, height } = this.#size;
    return Math.max(10, Math.min(width, height) / 2 - marginPx);
  }

  #placeOf(azimuthDeg: number, elevationDeg: number): Place {
    const { x, y } = projectDirection({ azimuthDeg, elevationDeg }, this.#plot);
    return {
      x: this.#size.width / 2 + x * this.#radius,
      y: this.#size.height / 2 + y * this.#radius,
    };
  }

  #clear(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const ratio = devicePixelRatio;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== w || this.#canvas.height !== h) {
      this.#canvas.width = w;
      this.#canvas.height = h;
    }
    this.#size = { width, height };
    this.#taken = [];
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#context.clearRect(0, 0, width, height);
    this.#context.font = font;
    this.#context.textAlign = "center";
    this.#context.textBaseline = "middle";
  }

  /** Circles each 30 degrees, the threshold dashed, and the four letters. */
  #drawSky(minElevationDeg: number): void {
    const context = this.#context;
    context.lineWidth = 1;
    context.strokeStyle = this.#colours.line;
    for (const elevation of [0, 30, 60]) this.#circle(elevation);
    context.beginPath();
    for (const azimuth of [0, 90]) {
      const from = this.#placeOf(azimuth, 0);
      const to = this.#placeOf(azimuth + 180, 0);
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
    if (minElevationDeg > 0) {
      context.strokeStyle = this.#colours.dim;
      context.setLineDash([2, 4]);
      this.#circle(minElevationDeg);
      context.setLineDash([]);
    }
    for (const [i, letter] of [...texts.compass].entries()) {
      const outside = -90 * 12 / this.#radius;
      this.#write(letter, this.#placeOf(i * 90, outside), this.#colours.dim);
    }
  }

  #circle(elevationDeg: number): void {
    const { width, height } = this.#size;
    const radius = radiusOf(elevationDeg) * this.#radius;
    this.#context.beginPath();
    this.#context.arc(width / 2, height / 2, radius, 0, 2 * Math.PI);
    this.#context.stroke();
  }

  #drawSun({ observer_sun: { azimuth_deg, elevation_deg } }: Pass): void {
    if (elevation_deg < 0) return;
    const context = this.#context;
    const { x, y } = this.#placeOf(azimuth_deg, elevation_deg);
    context.fillStyle = context.strokeStyle = this.#colours.sun;
    context.lineWidth = 1.5;
    context.beginPath();
    for (let ray = 0; ray < 8; ray++) {
      const [cos, sin] = [ray, ray - 2].map((n) => Math.cos(n * Math.PI / 4));
      context.moveTo(x + 7 * cos!, y + 7 * sin!);
      context.lineTo(x + 10 * cos!, y + 10 * sin!);
    }
    context.stroke();
    this.#dot({ x, y }, 4.5, this.#colours.sun);
    this.#taken.push(around({ x, y }, 10));
    this.#label(texts.sun, { x: x + 4, y }, { x: 1, y: 0 });
  }

  #drawTrack({ pass, track, shownMs }: SkyPlotData): void {
    const context = this.#context;
    context.lineJoin = "round";
    for (const { points, isLit, source } of trackParts(pass, track, shownMs)) {
      context.strokeStyle = isLit ? this.#colourOf(pass) : this.#colours.dim;
      context.lineWidth = isLit ? 2.5 : 1.5;
      context.setLineDash(dashes[source]);
      context.beginPath();
      for (const { azimuth_deg, elevation_deg } of points) {
        const { x, y } = this.#placeOf(azimuth_deg, elevation_deg);
        context.lineTo(x, y);
        this.#taken.push(around({ x, y }, 2));
      }
      context.stroke();
    }
    context.setLineDash([]);
  }

  /** Rise and set, and how high it comes. */
  #drawMoments(pass: Pass): void {
    const { aos, tca, los, cut } = pass;
    const colour = this.#colourOf(pass);
    const [rise, top, set] = [aos, tca, los].map((moment) =>
      this.#placeOf(moment.azimuth_deg, moment.elevation_deg)
    );
    for (const place of [rise!, top!, set!]) this.#dot(place, 3.5, colour);
    const at = ({ time }: { time: string }) => time.slice(11, 16);
    const { width, height } = this.#size;
    const outward = ({ x, y }: Place) => ({
      x: x - width / 2,
      y: y - height / 2,
    });
    this.#label(
      texts.topAt(formatElevation(tca.elevation_deg), at(tca)),
      top!,
      outward(top!),
    );
    const { riseAt, setAt, beginAt, endAt } = texts;
    this.#label((cut.start ? beginAt : riseAt)(at(aos)), rise!, outward(rise!));
    this.#label((cut.end ? endAt : setAt)(at(los)), set!, outward(set!));
  }

  #drawMarks({ pass, track }: SkyPlotData): void {
    const marks = timeMarks(pass);
    const every = Math.ceil(marks.length / mostTimes);
    const places = marks.map((timeMs) => {
      const point = pointAt(track, timeMs);
      return point && this.#placeOf(point.azimuthDeg, point.elevationDeg);
    });
    for (const [i, place] of places.entries()) {
      if (!place) continue;
      this.#dot(place, 2, this.#colours.ink);
      if (i % every !== Math.floor(every / 2)) continue;
      const before = places[i - 1] ?? place;
      const after = places[i + 1] ?? place;
      // Beside the track, not along it.
      const aside = { x: after.y - before.y, y: before.x - after.x };
      const time = new Date(marks[i]!).toISOString().slice(11, 16);
      this.#label(time, place, aside, this.#colours.dim);
    }
  }

  #drawSatellite({ pass, track, shownMs }: SkyPlotData): void {
    const point = isUp(pass, shownMs) ? pointAt(track, shownMs) : null;
    if (!point) return;
    const place = this.#placeOf(point.azimuthDeg, point.elevationDeg);
    this.#dot(place, 7, this.#colours.ink);
    this.#dot(place, 5, this.#colourOf(pass));
  }

  #dot({ x, y }: Place, radius: number, colour: string): void {
    const context = this.#context;
    context.fillStyle = colour;
    context.strokeStyle = this.#colours.panel;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.fill();
  }

  /** Writes beside a place where there is room, or not at all. */
  #label(
    text: string,
    place: Place,
    towards: Place,
    colour = this.#colours.ink,
  ): void {
    const width = this.#context.measureText(text).width + 2;
    const bounds = { left: 0, top: 0, right: 0, bottom: 0 };
    bounds.right = this.#size.width;
    bounds.bottom = this.#size.height;
    const box = placeLabel(place, { width, height: lineHeightPx }, {
      towards,
      taken: this.#taken,
      bounds,
    });
    if (!box) return;
    const middle = { x: box.left + width / 2, y: box.top + lineHeightPx / 2 };
    this.#write(text, middle, colour);
  }

  #write(text: string, { x, y }: Place, colour: string): void {
    const context = this.#context;
    const half = context.measureText(text).width / 2;
    this.#taken.push({
      left: x - half,
      right: x + half,
      top: y - lineHeightPx / 2,
      bottom: y + lineHeightPx / 2,
    });
    context.lineWidth = 3;
    context.strokeStyle = this.#colours.panel;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }

  #colourOf({ norad_id }: Pass): string {
    return satelliteStyle(norad_id)[currentTheme()];
  }
}

/** What was recorded is a whole line. */
const dashes = { recorded: [], predicted: [5, 4], mixed: [12, 4] };

function around({ x, y }: Place, by: number): Box {
  return { left: x - by, top: y - by, right: x + by, bottom: y + by };
}
