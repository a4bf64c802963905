/// <reference lib="dom" />
import { type Box, placeLabel } from "./place_label.ts";

const font = "12px Inter, system-ui, sans-serif";
const lineHeightPx = 14;

/** A place on the canvas, in pixels. */
export interface PlotPoint {
  x: number;
  y: number;
}

/** Writes on a plot where nothing else is, readable over its lines. */
export class PlotPen {
  readonly #context: CanvasRenderingContext2D;
  #bounds: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  #edge = "";
  #taken: Box[] = [];

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  /** @param edge The colour around what is drawn: the ground's. */
  begin(
    { width, height }: { width: number; height: number },
    edge: string,
  ): void {
    this.#bounds = { left: 0, top: 0, right: width, bottom: height };
    this.#edge = edge;
    this.#taken = [];
    this.#context.font = font;
    this.#context.textAlign = "center";
    this.#context.textBaseline = "middle";
  }

  /** Lets no label lie nearer to a place. */
  keepFree({ x, y }: PlotPoint, by: number): void {
    const [left, right] = [x - by, x + by];
    this.#taken.push({ left, right, top: y - by, bottom: y + by });
  }

  dot({ x, y }: PlotPoint, radius: number, colour: string): void {
    const context = this.#context;
    context.fillStyle = colour;
    context.strokeStyle = this.#edge;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.fill();
  }

  /** Writes beside a place where there is room, or not at all. */
  label(
    text: string,
    place: PlotPoint,
    towards: PlotPoint,
    colour: string,
  ): void {
    const width = this.#context.measureText(text).width + 2;
    const box = placeLabel(place, { width, height: lineHeightPx }, {
      towards,
      taken: this.#taken,
      bounds: this.#bounds,
    });
    if (!box) return;
    const middle = { x: box.left + width / 2, y: box.top + lineHeightPx / 2 };
    this.write(text, middle, colour);
  }

  /** Writes about a place, whatever is there. */
  write(text: string, { x, y }: PlotPoint, colour: string): void {
    const context = this.#context;
    const half = context.measureText(text).width / 2;
    this.#taken.push({
      left: x - half,
      right: x + half,
      top: y - lineHeightPx / 2,
      bottom: y + lineHeightPx / 2,
    });
    context.lineWidth = 3;
    context.strokeStyle = this.#edge;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }
}
