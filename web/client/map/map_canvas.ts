/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import type { Position } from "../feed/position_window.ts";
import { formatTimeOfDay } from "../format.ts";
import type { Box } from "../passes/place_label.ts";
import { placeLabel } from "../passes/place_label.ts";
import { addMarker } from "./draw_marker.ts";
import { footprintRadiusDeg } from "./footprint.ts";
import { type MapFrame, type MapPoint, pointOf } from "./map_frame.ts";
import { type MapLook, mapLook } from "./map_look.ts";
import type { MapSatellite, MapScene, Observer } from "./map_scene.ts";
import { SkyPoints } from "./sky_points.ts";
import { StillLayer } from "./still_layer.ts";
import { subSolarPoint } from "./sub_solar_point.ts";
import { WorldPen, type WorldShape } from "./world_pen.ts";

const markerPx = 5;
const comingDash = [3, 5];
/** A track that ends nearer to its satellite than this needs no name there. */
const namedApartPx = 60;
/** On a smaller map the place's name is left to the key: it would cover it. */
const leastNamedPx = 480;
/** How far the Sun is below the horizon: set, and where each twilight ends. */
const nightsDeg = [0, 6, 12, 18];

/** Draws a scene on the world. */
export class MapCanvas {
  readonly points = new SkyPoints();
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #pen: WorldPen;
  readonly #still = new StillLayer();
  #look: MapLook = mapLook();
  #font: string;
  #labels: Box[] = [];

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d", { alpha: false })!;
    this.#pen = new WorldPen(this.#context);
    this.#font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
  }

  set land(land: WorldShape) {
    this.#still.land = land;
  }

  retheme(): void {
    this.#look = mapLook();
  }

  /** @param pointed Where a ring is put; null for nowhere. */
  draw(scene: MapScene, frame: MapFrame, pointed: Position | null): void {
    const context = this.#context;
    this.#begin(scene, frame);
    this.#drawNight(scene.timeMs);
    this.#drawSky(scene, frame);
    for (const satellite of scene.satellites) this.#drawFootprint(satellite);
    for (const satellite of scene.satellites) this.#drawTracks(satellite);
    this.#labels = scene.satellites.flatMap(({ position }) =>
      position === null ? [] : [boxAbout(pointOf(frame, position), markerPx)]
    );
    if (scene.observer) {
      this.#labels.push(boxAbout(pointOf(frame, scene.observer), markerPx));
    }
    for (const satellite of scene.satellites) {
      this.#drawSatellite(satellite, frame);
    }
    if (scene.observer) this.#drawObserver(scene.observer, frame);
    for (const satellite of scene.satellites) {
      this.#nameTracks(satellite, frame);
    }
    if (pointed === null) return;
    const { x, y } = pointOf(frame, pointed);
    context.strokeStyle = this.#look.ink;
    context.lineWidth = 1.5;
    context.beginPath();
    context.arc(x, y, markerPx + 3, 0, 2 * Math.PI);
    context.stroke();
  }

  #begin({ satellites }: MapScene, frame: MapFrame): void {
    const ratio = devicePixelRatio;
    const width = Math.round(frame.width * ratio);
    const height = Math.round(frame.height * ratio);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    const options = { frame, look: this.#look, ratio };
    context.drawImage(this.#still.picture(satellites, options), 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.lineJoin = "round";
    this.#pen.setFrame(frame);
  }

  /** Each twilight is a little darker than the one before. */
  #drawNight(timeMs: number): void {
    const context = this.#context;
    const sun = subSolarPoint(timeMs);
    const midnight = {
      longitudeDeg: sun.longitudeDeg + 180,
      latitudeDeg: -sun.latitudeDeg,
    };
    context.fillStyle = this.#look.night;
    for (const belowDeg of nightsDeg) {
      context.beginPath();
      this.#pen.circle(midnight, 90 - belowDeg);
      context.fill();
    }
  }

  #drawSky({ sky, timeMs }: MapScene, frame: MapFrame): void {
    if (sky === null) return this.points.clear();
    const colour = this.#look.dim;
    this.points.draw(this.#context, frame, { samples: sky, timeMs, colour });
  }

  #drawFootprint({ noradId, position, isOld }: MapSatellite): void {
    if (position === null || isOld) return;
    const context = this.#context;
    context.fillStyle = context.strokeStyle = this.#colour(noradId);
    context.lineWidth = 1;
    context.beginPath();
    this.#pen.circle(position, footprintRadiusDeg(position.altitudeKm));
    context.globalAlpha = 0.1;
    context.fill();
    context.globalAlpha = 0.6;
    context.stroke();
    context.globalAlpha = 1;
  }

  #drawTracks({ noradId, past, coming }: MapSatellite): void {
    const context = this.#context;
    context.strokeStyle = this.#colour(noradId);
    context.lineWidth = 2;
    context.setLineDash(satelliteStyle(noradId).dash);
    context.beginPath();
    this.#pen.runs(past);
    context.stroke();
    context.lineWidth = 1.25;
    context.setLineDash(comingDash);
    context.beginPath();
    this.#pen.runs(coming.map(({ points }) => points));
    context.stroke();
    context.setLineDash([]);
  }

  #drawSatellite(satellite: MapSatellite, frame: MapFrame): void {
    const { noradId, name, position, isOld } = satellite;
    if (position === null) return;
    const context = this.#context;
    const point = pointOf(frame, position);
    context.globalAlpha = isOld ? 0.4 : 1;
    context.fillStyle = this.#colour(noradId);
    context.strokeStyle = this.#look.edge;
    context.lineWidth = 2;
    context.beginPath();
    addMarker(context, satelliteStyle(noradId).marker, point, markerPx);
    context.stroke();
    context.fill();
    this.#write(name, point, frame, this.#look.ink);
    context.globalAlpha = 1;
  }

  /**
   * Where each begins and ends, and of when that is: lines alone tell satellites
   * apart by colour, and a name alone would be taken for the satellite.
   */
  #nameTracks(
    { noradId, name, position, past, coming }: MapSatellite,
    frame: MapFrame,
  ): void {
    const here = position && pointOf(frame, position);
    for (const end of [past[0]?.[0], coming.at(-1)?.points.at(-1)]) {
      if (!end) continue;
      const point = pointOf(frame, end);
      const isApart = here === null ||
        Math.hypot(point.x - here.x, point.y - here.y) > namedApartPx;
      if (!isApart) continue;
      const text = `${name} ${formatTimeOfDay(end.timeMs).slice(0, 5)}`;
      this.#write(text, point, frame, this.#colour(noradId));
    }
  }

  #drawObserver(observer: Observer, frame: MapFrame): void {
    const context = this.#context;
    const point = pointOf(frame, observer);
    const { x, y } = point;
    context.strokeStyle = this.#look.ink;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(x - 5, y);
    context.lineTo(x + 5, y);
    context.moveTo(x, y - 5);
    context.lineTo(x, y + 5);
    context.stroke();
    if (frame.width < leastNamedPx) return;
    this.#write(observer.name, point, frame, this.#look.dim);
  }

  /** Writes beside a point, where it covers nothing else that is written. */
  #write(
    text: string,
    point: MapPoint,
    { width, height }: MapFrame,
    colour: string,
  ): void {
    const isOutside = point.x < 0 || point.y < 0 || point.x > width ||
      point.y > height;
    if (isOutside) return;
    const context = this.#context;
    context.font = this.#font;
    context.textAlign = "left";
    context.textBaseline = "middle";
    const size = { width: context.measureText(text).width, height: 14 };
    const box = placeLabel(point, size, {
      towards: { x: 1, y: -0.3 },
      taken: this.#labels,
      bounds: { left: 2, top: 2, right: width - 2, bottom: height - 2 },
    });
    if (box === null) return;
    const { left } = box;
    const middle = (box.top + box.bottom) / 2;
    this.#labels.push(box);
    context.lineWidth = 3;
    context.strokeStyle = this.#look.edge;
    context.strokeText(text, left, middle);
    context.fillStyle = colour;
    context.fillText(text, left, middle);
  }

  #colour(noradId: number): string {
    return satelliteStyle(noradId)[this.#look.theme];
  }
}

function boxAbout({ x, y }: MapPoint, by: number): Box {
  return { left: x - by, right: x + by, top: y - by, bottom: y + by };
}
