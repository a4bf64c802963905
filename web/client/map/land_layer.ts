/// <reference lib="dom" />
import type { MapFrame } from "./map_frame.ts";
import type { MapLook } from "./map_look.ts";
import { WorldPen, type WorldShape } from "./world_pen.ts";

/** Sea, land and graticule: drawn again only where the map or its look changes. */
export class LandLayer {
  /** Null until it is read. */
  land: WorldShape | null = null;
  readonly #canvas = document.createElement("canvas");
  readonly #context = this.#canvas.getContext("2d", { alpha: false })!;
  readonly #pen = new WorldPen(this.#context);
  #drawn = "";

  /** Returns its picture, of as many pixels as the screen has. */
  picture(frame: MapFrame, look: MapLook, ratio: number): HTMLCanvasElement {
    const drawn = JSON.stringify([frame, look, ratio, this.land === null]);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      this.#draw(frame, look, ratio);
    }
    return this.#canvas;
  }

  #draw(frame: MapFrame, look: MapLook, ratio: number): void {
    const context = this.#context;
    this.#canvas.width = Math.round(frame.width * ratio);
    this.#canvas.height = Math.round(frame.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = look.sea;
    context.fillRect(0, 0, frame.width, frame.height);
    this.#pen.setFrame(frame);
    if (this.land !== null) {
      context.fillStyle = look.land;
      context.beginPath();
      this.#pen.shape(this.land);
      context.fill();
    }
    context.strokeStyle = look.grid;
    context.lineWidth = 1;
    context.beginPath();
    this.#pen.graticule();
    context.stroke();
  }
}
