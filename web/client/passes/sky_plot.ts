/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import { currentTheme, resolveColour } from "../theme.ts";
import type { Pass, PassMoment, TrackPoint } from "./contract.ts";
import { isUp } from "./countdown.ts";
import { formatElevation, passEnd } from "./describe_pass.ts";
import type { PlotSide } from "./passes_choice.ts";
import { PlotPen, type PlotPoint } from "./plot_pen.ts";
import { projectDirection, radiusOf } from "./sky_projection.ts";
import { pointAt, timeMarks, trackDashes, trackParts } from "./track_parts.ts";
import { texts } from "./passes_texts.ts";

/** Between the horizon and the edge, for the letters and the labels. */
const marginPx = 34;
/** From the horizon to the middle of a letter. */
const letterPx = 15;
/** Circles between the horizon and the zenith. */
const ringsDeg = [30, 60];
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

interface Mark {
  timeMs: number;
  place: PlotPoint;
}

/** One pass over the sky as seen from below, or as on a map. */
export class SkyPlot {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #colours = { grid: "", line: "", dim: "", ink: "", panel: "", sun: "" };
  #size = { width: 0, height: 0 };
  #plot: PlotSide = "map";
  readonly #pen: PlotPen;
  #drawn: SkyPlotData | null = null;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d")!;
    this.#pen = new PlotPen(this.#context);
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
    // At once: who prints does not wait for the next second.
    if (this.#drawn) this.draw(this.#drawn);
  }

  draw(data: SkyPlotData): void {
    this.#drawn = data;
    this.#plot = data.plot;
    this.#clear();
    this.#drawSky(data.minElevationDeg);
    this.#drawSun(data.pass);
    this.#drawTrack(data);
    const marks = this.#drawMarks(data);
    this.#drawMoments(data.pass);
    this.#writeTimes(data.pass, marks);
    this.#nameRings();
    this.#drawSatellite(data);
  }

  get #radius(): number {
    const { width, height } = this.#size;
    return Math.max(10, Math.min(width, height) / 2 - marginPx);
  }

  #placeOf(azimuthDeg: number, elevationDeg: number): PlotPoint {
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
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#context.clearRect(0, 0, width, height);
    this.#pen.begin(this.#size, this.#colours.panel);
  }

  /** Circles, the threshold dashed, and the four letters. */
  #drawSky(minElevationDeg: number): void {
    const context = this.#context;
    context.lineWidth = 1;
    context.strokeStyle = this.#colours.line;
    for (const elevation of [0, ...ringsDeg]) this.#circle(elevation);
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
      const outside = -90 * letterPx / this.#radius;
      this.#pen.write(
        letter,
        this.#placeOf(i * 90, outside),
        this.#colours.dim,
      );
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
    this.#pen.dot({ x, y }, 4.5, this.#colours.sun);
    this.#pen.keepFree({ x, y }, 10);
    this.#pen.label(
      texts.sun,
      { x: x + 4, y },
      { x: 1, y: 0 },
      this.#colours.ink,
    );
  }

  #drawTrack({ pass, track }: SkyPlotData): void {
    const context = this.#context;
    context.lineJoin = "round";
    for (const { points, isLit, source } of trackParts(track)) {
      context.strokeStyle = isLit ? this.#colourOf(pass) : this.#colours.dim;
      context.lineWidth = isLit ? 2.5 : 1.5;
      context.setLineDash(trackDashes[source]);
      context.beginPath();
      for (const { azimuth_deg, elevation_deg } of points) {
        const { x, y } = this.#placeOf(azimuth_deg, elevation_deg);
        context.lineTo(x, y);
        this.#pen.keepFree({ x, y }, 2);
      }
      context.stroke();
    }
    context.setLineDash([]);
  }

  /** Rise and set, and how high it comes. */
  #drawMoments(pass: Pass): void {
    const { aos, tca, los } = pass;
    const colour = this.#colourOf(pass);
    const [rise, top, set] = [aos, tca, los].map((moment) =>
      this.#placeOf(moment.azimuth_deg, moment.elevation_deg)
    );
    for (const place of [rise!, top!, set!]) this.#pen.dot(place, 3.5, colour);
    const { width, height } = this.#size;
    const write = (text: string, place: PlotPoint) => {
      const outward = { x: place.x - width / 2, y: place.y - height / 2 };
      this.#pen.label(text, place, outward, this.#colours.ink);
    };
    const at = ({ time }: PassMoment) => time.slice(11, 16);
    const { topAt, plotEnds } = texts;
    write(topAt(formatElevation(tca.elevation_deg), at(tca)), top!);
    write(`${at(aos)} ${plotEnds.aos[passEnd(pass, "aos")]}`.trim(), rise!);
    write(`${at(los)} ${plotEnds.los[passEnd(pass, "los")]}`.trim(), set!);
  }

  /** Dots at round times. */
  #drawMarks({ pass, track }: SkyPlotData): Mark[] {
    const marks = timeMarks(pass).flatMap((timeMs) => {
      const point = pointAt(track, timeMs);
      if (!point) return [];
      const place = this.#placeOf(point.azimuthDeg, point.elevationDeg);
      return [{ timeMs, place }];
    });
    for (const { place } of marks) this.#pen.dot(place, 2, this.#colours.ink);
    return marks;
  }

  /** Times of some of the marks, away from those that have a label. */
  #writeTimes({ aos, tca, los }: Pass, marks: readonly Mark[]): void {
    const every = Math.ceil(marks.length / mostTimes);
    const stepMs = (marks[1]?.timeMs ?? 0) - (marks[0]?.timeMs ?? 0);
    const labelled = [aos, tca, los].map(({ time }) => Date.parse(time));
    for (const [i, { timeMs, place }] of marks.entries()) {
      const isNear = labelled.some((one) => Math.abs(one - timeMs) < stepMs);
      if (isNear || i % every !== Math.floor(every / 2)) continue;
      const before = marks[i - 1]?.place ?? place;
      const after = marks[i + 1]?.place ?? place;
      // Beside the track, not along it.
      const aside = { x: after.y - before.y, y: before.x - after.x };
      const time = new Date(timeMs).toISOString().slice(11, 16);
      this.#pen.label(time, place, aside, this.#colours.dim);
    }
  }

  /** Beside the southern line, where nothing else is. */
  #nameRings(): void {
    for (const elevation of ringsDeg) {
      this.#pen.label(
        formatElevation(elevation),
        this.#placeOf(180, elevation),
        { x: 1, y: -2 },
        this.#colours.dim,
      );
    }
  }

  #drawSatellite({ pass, track, shownMs }: SkyPlotData): void {
    const point = isUp(pass, shownMs) ? pointAt(track, shownMs) : null;
    if (!point) return;
    const place = this.#placeOf(point.azimuthDeg, point.elevationDeg);
    this.#pen.dot(place, 7, this.#colours.ink);
    this.#pen.dot(place, 5, this.#colourOf(pass));
  }

  #colourOf({ norad_id }: Pass): string {
    return satelliteStyle(norad_id)[currentTheme()];
  }
}
