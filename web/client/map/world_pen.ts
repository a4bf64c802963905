/// <reference lib="dom" />
// @ts-types="@types/d3-geo"
import {
  geoCircle,
  geoEquirectangular,
  geoGraticule,
  geoPath,
  type GeoPermissibleObjects,
} from "d3-geo";
import { type MapFrame, type MapPlace, pixelsPerDegree } from "./map_frame.ts";

const graticule = geoGraticule().stepMinor([30, 30]).extentMinor([
  [-180, -90],
  [180, 90.001],
])();
/** Beyond the map's edge, so that no outline runs along it. */
const bleed = 8;

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

  constructor(context: CanvasRenderingContext2D) {
    this.#add = geoPath(this.#projection, context);
  }

  setFrame(frame: MapFrame): void {
    const { longitudeDeg, latitudeDeg, width, height } = frame;
    const scale = pixelsPerDegree(frame);
    this.#projection
      .scale(scale * 180 / Math.PI)
      .rotate([-longitudeDeg, 0])
      .translate([width / 2, height / 2 + latitudeDeg * scale])
      .clipExtent([[-bleed, -bleed], [width + bleed, height + bleed]]);
  }

  shape(shape: WorldShape): void {
    this.#add(shape);
  }

  /** The whole globe. */
  sphere(): void {
    this.#add({ type: "Sphere" });
  }

  graticule(): void {
    this.#add(graticule);
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
