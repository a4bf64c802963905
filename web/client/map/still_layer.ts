/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import { type MapFrame, pixelsPerDegree, pointOf } from "./map_frame.ts";
import type { MapLook } from "./map_look.ts";
import type { MapSatellite } from "./map_scene.ts";
import { worldPath, WorldPen, type WorldShape } from "./world_pen.ts";

const gridDeg = 30;

/**
 * What stands still on the map: sea, land, graticule, and tracks of revolutions
 * that are over. It is drawn again only where that or the map changes.
 */
export class StillLayer {
  readonly #canvas = document.createElement("canvas");
  readonly #context = this.#canvas.getContext("2d", { alpha: false })!;
  readonly #pen = new WorldPen(this.#context);
  /** Null until it is read. */
  #land: Path2D | null = null;
  #drawn = "";

  set land(land: WorldShape) {
    this.#land = worldPath(land);
  }

  /** Returns its picture, of as many pixels as the screen has. */
  picture(
    satellites: readonly MapSatellite[],
    { frame, look, ratio }: { frame: MapFrame; look: MapLook; ratio: number },
  ): HTMLCanvasElement {
    const tracks = satellites.map(({ noradId, older }) => [
      noradId,
      ...older.flatMap((run) => [run[0]!.timeMs, run.at(-1)!.timeMs]),
    ]);
    const isBare = this.#land === null;
    const drawn = JSON.stringify([frame, look, ratio, isBare, tracks]);
    if (drawn === this.#drawn) return this.#canvas;
    this.#drawn = drawn;
    this.#canvas.width = Math.round(frame.width * ratio);
    this.#canvas.height = Math.round(frame.height * ratio);
    this.#drawLand(frame, look, ratio);
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#drawGrid(frame, look);
    this.#pen.setFrame(frame);
    for (const satellite of satellites) this.#drawTracks(satellite, look);
    return this.#canvas;
  }

  #drawLand(frame: MapFrame, look: MapLook, ratio: number): void {
    const context = this.#context;
    const { width, height } = this.#canvas;
    context.fillStyle = look.sea;
    context.fillRect(0, 0, width, height);
    if (this.#land === null) return;
    const scale = ratio * pixelsPerDegree(frame);
    const x = width / 2 - frame.longitudeDeg * scale;
    const y = height / 2 + frame.latitudeDeg * scale;
    context.setTransform(scale, 0, 0, scale, x, y);
    context.fillStyle = look.land;
    context.fill(this.#land);
  }

  #drawGrid(frame: MapFrame, look: MapLook): void {
    const context = this.#context;
    context.strokeStyle = look.grid;
    context.lineWidth = 1;
    context.beginPath();
    for (let degrees = -180; degrees < 180; degrees += gridDeg) {
      const place = { longitudeDeg: degrees, latitudeDeg: degrees / 2 };
      const { x, y } = pointOf(frame, place);
      context.moveTo(x, 0);
      context.lineTo(x, frame.height);
      context.moveTo(0, y);
      context.lineTo(frame.width, y);
    }
    context.stroke();
  }

  /** Of a day, the last revolution is to be seen among all of them. */
  #drawTracks({ noradId, older }: MapSatellite, { theme }: MapLook): void {
    const context = this.#context;
    context.strokeStyle = satelliteStyle(noradId)[theme];
    context.globalAlpha = 0.35;
    context.beginPath();
    this.#pen.runs(older);
    context.stroke();
    context.globalAlpha = 1;
  }
}
