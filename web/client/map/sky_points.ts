/// <reference lib="dom" />
import { type MapFrame, type MapPoint, pointOf } from "./map_frame.ts";
import type { SkySamples } from "./sky_samples.ts";

const sizePx = 1.5;

/** Very many satellites as points, and which of them is where. */
export class SkyPoints {
  /** Of what was drawn last: number, x and y. */
  #drawn = new Float64Array(0);
  #count = 0;

  draw(
    context: CanvasRenderingContext2D,
    frame: MapFrame,
    { samples, timeMs, colour }: {
      samples: SkySamples;
      timeMs: number;
      colour: string;
    },
  ): void {
    if (this.#drawn.length < samples.size * 3) {
      this.#drawn = new Float64Array(samples.size * 3);
    }
    context.fillStyle = colour;
    context.globalAlpha = 0.7;
    let at = 0;
    let wasOld = false;
    samples.forEachAt(timeMs, (position) => {
      const { x, y } = pointOf(frame, position);
      this.#drawn[at++] = position.noradId;
      this.#drawn[at++] = x;
      this.#drawn[at++] = y;
      if (position.isOld !== wasOld) {
        wasOld = position.isOld;
        context.globalAlpha = wasOld ? 0.25 : 0.7;
      }
      context.fillRect(x - sizePx / 2, y - sizePx / 2, sizePx, sizePx);
    });
    context.globalAlpha = 1;
    this.#count = at / 3;
  }

  clear(): void {
    this.#count = 0;
  }

  /** The satellite nearest to a point of the map, if one is so near. */
  nearest({ x, y }: MapPoint, withinPx: number): number | null {
    let found: number | null = null;
    let least = withinPx ** 2;
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
}
