/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import { currentTheme, resolveColour } from "../theme.ts";
import type { SkyPosition, SkySamples } from "./sky_samples.ts";

const gridDeg = 30;
const pointSize = 1.5;
const chosenRadius = 4;
/** Of the pointer, in pixels. */
const nearPixels = 10;

/** The chosen ones, by number, with their names. */
export type ChosenNames = ReadonlyMap<number, string>;

/** All satellites as points on a map, longitude by latitude. */
export class SkyCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #width = 0;
  #height = 0;
  #colours = { grid: "", dim: "", ink: "", panel: "" };
  /** Of what was drawn last: number, x and y. */
  #drawn = new Float64Array(0);
  #count = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d")!;
    this.retheme();
  }

  retheme(): void {
    this.#colours = {
      grid: resolveColour("--grid"),
      dim: resolveColour("--dim"),
      ink: resolveColour("--ink"),
      panel: resolveColour("--panel"),
    };
  }

  /** @param pointedAt The satellite that gets a ring; null for none. */
  draw(
    samples: SkySamples,
    timeMs: number,
    { chosen, pointedAt }: {
      chosen: ChosenNames;
      pointedAt: number | null;
    },
  ): void {
    this.#resize();
    this.#drawGrid();
    this.#drawPoints(samples, timeMs);
    for (const [noradId, name] of chosen) {
      const position = samples.at(noradId, timeMs);
      if (position) this.#drawChosen(position, name);
    }
    const position = pointedAt === null ? null : samples.at(pointedAt, timeMs);
    if (position) this.#drawRing(position);
  }

  /** The satellite nearest to a place of the canvas, if one is near. */
  nearest(x: number, y: number): number | null {
    let found: number | null = null;
    let least = nearPixels ** 2;
    for (let at = 0; at < this.#count * 3; at += 3) {
      const distance = (this.#drawn[at + 1]! - x) ** 2 +
        (this.#drawn[at + 2]! - y) ** 2;
      if (distance < least) {
        least = distance;
        found = this.#drawn[at]!;
      }
    }
    return found;
  }

  /** Where a position is on the canvas. */
  placeOf(position: SkyPosition): { x: number; y: number } {
    return {
      x: (position.longitudeDeg + 180) / 360 * this.#width,
      y: (90 - position.latitudeDeg) / 180 * this.#height,
    };
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#canvas;
    const ratio = devicePixelRatio;
    const width = Math.round(clientWidth * ratio);
    const height = Math.round(clientHeight * ratio);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    this.#width = clientWidth;
    this.#height = clientHeight;
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#context.clearRect(0, 0, clientWidth, clientHeight);
  }

  #drawGrid(): void {
    const context = this.#context;
    context.strokeStyle = this.#colours.grid;
    context.lineWidth = 1;
    context.beginPath();
    for (let degrees = -180 + gridDeg; degrees < 180; degrees += gridDeg) {
      const x = Math.round((degrees + 180) / 360 * this.#width) + 0.5;
      context.moveTo(x, 0);
      context.lineTo(x, this.#height);
    }
    for (let degrees = -90 + gridDeg; degrees < 90; degrees += gridDeg) {
      const y = Math.round((90 - degrees) / 180 * this.#height) + 0.5;
      context.moveTo(0, y);
      context.lineTo(this.#width, y);
    }
    context.stroke();
  }

  #drawPoints(samples: SkySamples, timeMs: number): void {
    if (this.#drawn.length < samples.size * 3) {
      this.#drawn = new Float64Array(samples.size * 3);
    }
    const context = this.#context;
    context.fillStyle = this.#colours.dim;
    let at = 0;
    let wasOld = false;
    context.globalAlpha = 0.7;
    samples.forEachAt(timeMs, (position) => {
      const { x, y } = this.placeOf(position);
      this.#drawn[at++] = position.noradId;
      this.#drawn[at++] = x;
      this.#drawn[at++] = y;
      if (position.isOld !== wasOld) {
        wasOld = position.isOld;
        context.globalAlpha = wasOld ? 0.25 : 0.7;
      }
      context.fillRect(
        x - pointSize / 2,
        y - pointSize / 2,
        pointSize,
        pointSize,
      );
    });
    context.globalAlpha = 1;
    this.#count = at / 3;
  }

  #drawRing(position: SkyPosition): void {
    const { x, y } = this.placeOf(position);
    this.#context.strokeStyle = this.#colours.ink;
    this.#context.lineWidth = 1.5;
    this.#context.beginPath();
    this.#context.arc(x, y, chosenRadius + 2, 0, 2 * Math.PI);
    this.#context.stroke();
  }

  #drawChosen(position: SkyPosition, name: string): void {
    const context = this.#context;
    const { x, y } = this.placeOf(position);
    const colour = satelliteStyle(position.noradId)[currentTheme()];
    context.globalAlpha = position.isOld ? 0.4 : 1;
    context.fillStyle = colour;
    context.strokeStyle = this.#colours.panel;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(x, y, chosenRadius, 0, 2 * Math.PI);
    context.stroke();
    context.fill();
    context.font = `600 12px ${getComputedStyle(this.#canvas).fontFamily}`;
    const { width } = context.measureText(name);
    const left = x + 8 + width > this.#width ? x - 8 - width : x + 8;
    const base = Math.min(Math.max(y + 4, 12), this.#height - 4);
    context.lineWidth = 3;
    context.strokeText(name, left, base);
    context.fillStyle = this.#colours.ink;
    context.fillText(name, left, base);
    context.globalAlpha = 1;
  }
}
