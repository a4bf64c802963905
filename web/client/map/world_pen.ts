/// <reference lib="dom" />
// @ts-types="@types/d3-geo"
import {
  geoCircle,
  type GeoContext,
  geoEquirectangular,
  geoPath,
  type GeoPermissibleObjects,
} from "d3-geo";
import { type MapFrame, type MapPlace, pixelsPerDegree } from "./map_frame.ts";

/** Beyond the map's edge, so that no outline runs along it. */
const bleedPx = 8;
const dotDeg = 0.3;
const degrees = 180 / Math.PI;

/** What has a shape on the globe, whatever map it is drawn on. */
export type WorldShape = GeoPermissibleObjects;

/**
 * Adds shapes on the globe to a canvas's path, cut where the map ends: at the
 * meridian opposite its middle, at the poles, and at its edges. Lines go the
 * shortest way over the globe from one point to the next.
 */
export class WorldPen {
  readonly #projection = geoEquirectangular().precision(0.5);
  readonly #add: (shape: WorldShape) => unknown;

  constructor(context: GeoContext) {
    this.#add = geoPath(this.#projection, context);
  }

  setFrame(frame: MapFrame): void {
    const { longitudeDeg, latitudeDeg, width, height } = frame;
    const scale = pixelsPerDegree(frame);
    this.#projection
      .scale(scale * degrees)
      .rotate([-longitudeDeg, 0])
      .translate([width / 2, height / 2 + latitudeDeg * scale])
      .clipExtent([
        [-bleedPx, -bleedPx],
        [width + bleedPx, height + bleedPx],
      ]);
  }

  /** Tracks; a point alone is a dot. */
  runs(runs: readonly (readonly MapPlace[])[]): void {
    for (const run of runs) {
      if (run.length === 1) this.circle(run[0]!, dotDeg);
      else this.line(run);
    }
  }

  line(places: readonly MapPlace[]): void {
    const coordinates = places.map(({ longitudeDeg, latitudeDeg }) => [
      longitudeDeg,
      latitudeDeg,
    ]);
    this.#add({ type: "LineString", coordinates });
  }

  /** All that is so near to a place, as an angle at the globe's centre. */
  circle({ longitudeDeg, latitudeDeg }: MapPlace, radiusDeg: number): void {
    const circle = geoCircle().center([longitudeDeg, latitudeDeg])
      .radius(radiusDeg).precision(3);
    this.#add(circle());
  }
}

/**
 * Returns a shape as a path in degrees, east and south, once round the globe to
 * either side as well: a map about any meridian is a part of it, and to move or
 * zoom the map makes no path anew.
 */
export function worldPath(shape: WorldShape): Path2D {
  const once = new Path2D();
  const projection = geoEquirectangular().scale(degrees).translate([0, 0])
    .precision(0.1);
  geoPath(projection, once as unknown as GeoContext)(shape);
  const world = new Path2D();
  for (const east of [-360, 0, 360]) {
    world.addPath(once, new DOMMatrix([1, 0, 0, 1, east, 0]));
  }
  return world;
}
