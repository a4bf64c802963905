/// <reference lib="dom" />
import { makeExports } from "../export/export_buttons.ts";
import { isOfBefore, type Moment } from "../feed/moment.ts";
import type { Recording } from "../feed/recording.ts";
import type { Roster } from "../feed/roster.ts";
import { formatCount } from "../format.ts";
import { setAttributes, setText } from "../make_element.ts";
import { readPlace } from "../passes/remembered_place.ts";
import type { ViewState } from "../time_control/view_state.ts";
import type { View } from "../view.ts";
import { ComingTracks } from "./coming_tracks.ts";
import { findPointed, pointedSatellite } from "./find_pointed.ts";
import { findPredictable } from "./find_predictable.ts";
import { makeScene } from "./make_scene.ts";
import { MapCanvas } from "./map_canvas.ts";
import { makeMap, type MapElements } from "./map_elements.ts";
import {
  type MapCamera,
  type MapFrame,
  type MapPoint,
  mostZoom,
  pointOf,
} from "./map_frame.ts";
import { MapGestures } from "./map_gestures.ts";
import { MapList } from "./map_list.ts";
import type { MapScene, Pointed } from "./map_scene.ts";
import { texts } from "./map_texts.ts";
import { MapTip } from "./map_tip.ts";
import { MovingCamera } from "./moving_camera.ts";
import { isCut } from "./past_track.ts";
import { readLand } from "./read_land.ts";
import { RecentTracks } from "./recent_tracks.ts";
import { SatelliteSearch } from "./satellite_search.ts";
import { SkyReader } from "./sky_reader.ts";
import { SkySamples } from "./sky_samples.ts";

/** Very many satellites move by themselves between two readings, */
const skyStepMs = 1_000;
/** and the night moves by less than a tenth of a pixel. */
const sunStepMs = 10_000;

/** Changes which satellites have a panel, and what the map shows. */
export interface MapActions {
  readonly roster: Roster;
  add(noradId: number): void;
  remove(noradId: number): void;
  chooseMap(camera: MapCamera): void;
}

/**
 * The world, and where satellites are, were and will be: those that have a
 * panel with their tracks, all others as points, where there are very many.
 */
export class MapView implements View {
  readonly #root: HTMLElement;
  readonly #actions: MapActions;
  readonly #samples = new SkySamples();
  readonly #reader = new SkyReader(this.#samples, () => this.#renew());
  readonly #coming = new ComingTracks(() => this.#renew());
  readonly #recent = new RecentTracks(() => this.#renew());
  readonly #tip: MapTip;
  readonly #list: MapList;
  readonly #parts: MapElements;
  readonly #exports = makeExports();
  readonly #canvas: MapCanvas;
  readonly #camera: MovingCamera;
  #shown: { recording: Recording; moment: Moment; state: ViewState } | null =
    null;
  #scene: MapScene | null = null;
  /** What of the recording the scene is of. */
  #sceneKey = "";
  #pointed: Pointed | null = null;
  /** What was looked from last, where the address does not say. */
  readonly #place = readPlace();
  #isPinned = false;
  #isRequested = false;

  constructor(root: HTMLElement, actions: MapActions) {
    this.#root = root;
    this.#actions = actions;
    this.#tip = new MapTip((noradId) => {
      this.#point(null);
      actions.add(noradId);
    });
    this.#list = new MapList({
      point: (pointed) => this.#point(pointed),
      reveal: (pointed) => this.#reveal(pointed),
      centre: (place) =>
        this.#camera.choose({ ...this.#camera.frame, ...place }),
      remove: (noradId) => actions.remove(noradId),
    });
    this.#parts = makeMap(root, {
      list: this.#list.element,
      tip: this.#tip.element,
    });
    this.#parts.message.after(this.#exports.element);
    this.#canvas = new MapCanvas(this.#parts.canvas);
    this.#camera = new MovingCamera({
      onMove: (frame) => this.#showZoom(frame),
      onChosen: (camera) => actions.chooseMap(camera),
    });
    this.#wire();
    this.#loadLand();
  }

  draw(recording: Recording, moment: Moment, state: ViewState): void {
    const { isLarge } = this.#actions.roster;
    this.#root.hidden = !isLarge && recording.satellites.size === 0;
    if (this.#root.hidden) return;
    const isOther = recording !== this.#shown?.recording;
    this.#shown = { recording, moment, state };
    this.#camera.follow(state.map);
    const predictable = findPredictable(recording.satellites.values(), moment);
    this.#coming.askFor(predictable, moment, state.speed);
    this.#recent.askFor(recording, moment, state.speed);
    if (this.#coming.path !== "") {
      this.#exports.offer(texts.tracks, { path: () => this.#coming.path });
    }
    if (isLarge) this.#drawSky(moment);
    const stepMs = isLarge ? skyStepMs : sunStepMs;
    const key = JSON.stringify([
      recording.revision,
      Math.floor(moment.shownMs / stepMs),
      moment.kind,
      isOfBefore(recording.newestMs ?? 0, moment),
      moment.range.fromMs < moment.shownMs,
      state.passes.place,
    ]);
    if (isOther || key !== this.#sceneKey) this.#renew();
    this.#sceneKey = key;
  }

  retheme(): void {
    this.#canvas.retheme();
    // At once: before it is printed there is no frame to wait for.
    this.#drawNow();
  }

  /** Of very many satellites, a replay goes too fast for what is read. */
  #drawSky(moment: Moment): void {
    const { header, count } = this.#parts;
    if (header.querySelector(".search") === null) {
      const { add } = this.#actions;
      header.append(
        new SatelliteSearch(({ norad_id }) => add(norad_id)).element,
      );
    }
    const isReplay = moment.kind === "replay";
    if (!isReplay) this.#reader.readFor(moment.shownMs, moment.nowMs);
    setText(
      count,
      isReplay
        ? texts.notInReplay
        : texts.count(formatCount(this.#samples.size)),
    );
  }

  /** Makes the scene anew, and draws it. */
  #renew(): void {
    if (this.#shown === null) return;
    const { recording, moment, state } = this.#shown;
    const { isLarge } = this.#actions.roster;
    this.#scene = makeScene({
      recording,
      moment,
      place: state.passes.place ?? this.#place,
      coming: this.#coming,
      recent: this.#recent,
      sky: isLarge && moment.kind !== "replay" ? this.#samples : null,
    });
    const { satellites } = this.#scene;
    this.#list.draw(satellites, {
      timeMs: moment.shownMs,
      canRemove: isLarge && satellites.length > 1,
    });
    this.#drawPlace(this.#scene.observer);
    setText(this.#parts.past, isCut(moment) ? texts.pastDay : texts.recorded);
    this.#redraw();
  }

  #drawPlace(observer: MapScene["observer"]): void {
    const { entry, name } = this.#parts.place;
    setText(name, observer === null ? "" : texts.place(observer.name));
    setAttributes(entry, { hidden: observer === null });
  }

  /** Draws at the next frame, once. */
  #redraw(): void {
    if (this.#isRequested) return;
    this.#isRequested = true;
    requestAnimationFrame(() => {
      this.#isRequested = false;
      this.#drawNow();
    });
  }

  #drawNow(): void {
    // Without a size it is on another page than the one that is shown.
    const isSeen = this.#camera.frame.width > 0 && !document.hidden;
    if (this.#scene === null || !isSeen) return;
    if (this.#pointed?.track === null) {
      this.#pointed = pointedSatellite(this.#scene, this.#pointed.noradId);
    }
    const frame = this.#camera.frame;
    this.#canvas.draw(this.#scene, frame, this.#pointed?.position ?? null);
    this.#drawTip(frame);
  }

  #drawTip(frame: MapFrame): void {
    const pointed = this.#pointed;
    if (pointed === null) return this.#tip.hide();
    const { recording, moment } = this.#shown!;
    this.#tip.show(pointed, {
      point: pointOf(frame, pointed.position),
      frame,
      nowMs: moment.nowMs,
      chosen: recording.satellites.get(pointed.noradId)?.info ?? null,
    });
  }

  #point(pointed: Pointed | null): void {
    this.#isPinned = false;
    if (pointed === null && this.#pointed === null) return;
    this.#pointed = pointed;
    this.#redraw();
  }

  /** Moves the map only where it has to. */
  #reveal(pointed: Pointed | null): void {
    this.#point(pointed);
    if (pointed === null) return;
    const frame = this.#camera.frame;
    const { x, y } = pointOf(frame, pointed.position);
    const isInside = x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
    if (!isInside) this.#camera.choose({ ...frame, ...pointed.position });
  }

  #pointAt(point: MapPoint | null): void {
    this.#point(
      point === null || this.#scene === null ? null : findPointed(this.#scene, {
        frame: this.#camera.frame,
        point,
        points: this.#canvas.points,
      }),
    );
  }

  #showZoom({ zoom }: MapFrame): void {
    const { area, zoomIn, zoomOut } = this.#parts;
    area.dataset.zoom = zoom.toFixed(2);
    area.classList.toggle("is-zoomed", zoom > 1);
    zoomIn.disabled = zoom >= mostZoom;
    zoomOut.disabled = zoom <= 1;
    this.#redraw();
  }

  #wire(): void {
    const { canvas, area, zoomIn, zoomOut, reset } = this.#parts;
    const gestures = new MapGestures({ area, canvas }, {
      frame: () => this.#camera.frame,
      move: (camera) => this.#camera.choose(camera),
      point: (at) => {
        if (!this.#isPinned) this.#pointAt(at);
      },
      click: (at) => {
        this.#pointAt(at);
        this.#isPinned = this.#pointed !== null;
      },
    });
    zoomIn.addEventListener("click", () => gestures.zoomIn());
    zoomOut.addEventListener("click", () => gestures.zoomOut());
    reset.addEventListener("click", () => gestures.reset());
    new ResizeObserver(([entry]) => {
      this.#camera.resize(entry!.contentRect);
    }).observe(canvas);
    document.addEventListener("visibilitychange", () => this.#redraw());
  }

  async #loadLand(): Promise<void> {
    try {
      this.#canvas.land = await readLand();
      this.#redraw();
    } catch {
      setText(this.#parts.message, texts.landFailed);
      this.#parts.message.hidden = false;
    }
  }
}
