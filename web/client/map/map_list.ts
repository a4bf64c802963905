/// <reference lib="dom" />
import type { Position } from "../feed/position_window.ts";
import { formatCoordinates, formatCount, formatTimeOfDay } from "../format.ts";
import { formatLocal } from "../format_local.ts";
import { makeElement, setAttributes, setText } from "../make_element.ts";
import { markerOf } from "../marker.ts";
import { describeAzimuthOf, formatElevation } from "../passes/describe_pass.ts";
import type { Look } from "../passes/look_along.ts";
import type { MapSatellite, Pointed } from "./map_scene.ts";
import { texts } from "./map_texts.ts";

interface ListHandlers {
  /** One is pointed at; null for none any more. */
  point(pointed: Pointed | null): void;
  /** The keyboard has gone to one: it is to be seen. */
  reveal(pointed: Pointed | null): void;
  /** One is to be in the middle of the map. */
  centre(position: Position): void;
  remove(noradId: number): void;
}

interface Item {
  element: HTMLElement;
  show: HTMLElement;
  name: HTMLElement;
  where: HTMLElement;
  look: HTMLElement;
  remove: HTMLElement;
}

/**
 * The satellites on the map, and where each is, as text. The keyboard goes from
 * one to the next, and along the track of each.
 */
export class MapList {
  readonly element = makeElement("ul", {
    class: "map-list",
    "data-testid": "map-list",
  });
  readonly #on: ListHandlers;
  readonly #items = new Map<number, Item>();
  #satellites = new Map<number, MapSatellite>();
  #listed = "";
  /** The instant that the keyboard has gone to along a track. */
  #alongMs: number | null = null;

  constructor(handlers: ListHandlers) {
    this.#on = handlers;
  }

  /** Says where each is at the moment shown; only what changed is written. */
  draw(
    satellites: readonly MapSatellite[],
    { timeMs, canRemove }: { timeMs: number; canRemove: boolean },
  ): void {
    this.#satellites = new Map(satellites.map((one) => [one.noradId, one]));
    const listed = [...this.#satellites.keys()].join();
    if (listed !== this.#listed) this.#arrange(satellites);
    this.#listed = listed;
    for (const satellite of satellites) {
      const { noradId, name, position, isOfBefore, look } = satellite;
      const item = this.#items.get(noradId)!;
      if (item.name.textContent !== name) nameItem(item, name);
      const text = describe(satellite, timeMs);
      if (item.where.textContent !== text) {
        item.where.textContent = text;
        item.where.title = position === null
          ? ""
          : formatLocal(position.timeMs);
      }
      item.element.classList.toggle("is-old", isOfBefore);
      setText(item.look, look === null ? "" : describeLook(look));
      setAttributes(item.look, { hidden: look === null });
      setAttributes(item.remove, { hidden: !canRemove });
    }
  }

  #arrange(satellites: readonly MapSatellite[]): void {
    const known = new Map(this.#items);
    this.#items.clear();
    for (const { noradId } of satellites) {
      const item = known.get(noradId) ?? this.#make(noradId);
      this.#items.set(noradId, item);
      this.element.append(item.element);
      known.delete(noradId);
    }
    for (const { element } of known.values()) element.remove();
  }

  #make(noradId: number): Item {
    const name = makeElement("span");
    const show = makeElement(
      "button",
      { type: "button", class: "map-satellite" },
      markerOf(noradId),
      name,
    );
    const where = makeElement("span", { class: "map-where" });
    const look = makeElement("span", { class: "map-look" });
    const remove = makeElement("button", {
      type: "button",
      class: "map-remove",
    }, "×");
    remove.addEventListener("click", () => this.#on.remove(noradId));
    this.#wire(show, noradId);
    return {
      element: makeElement("li", {}, show, remove, where, look),
      show,
      name,
      where,
      look,
      remove,
    };
  }

  #wire(button: HTMLElement, noradId: number): void {
    const begin = () => {
      this.#alongMs = null;
      return this.#pointedAt(noradId);
    };
    button.addEventListener("pointerenter", () => this.#on.point(begin()));
    button.addEventListener("focus", () => {
      if (button.matches(":focus-visible")) this.#on.reveal(begin());
    });
    for (const name of ["blur", "pointerleave"]) {
      button.addEventListener(name, () => this.#on.point(null));
    }
    button.addEventListener("click", () => {
      const pointed = this.#pointedAt(noradId);
      if (pointed) this.#on.centre(pointed.position);
    });
    button.addEventListener("keydown", (event) => {
      if (event.key === "Escape") return this.#on.reveal(begin());
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      this.#step(noradId, step);
      this.#on.reveal(this.#pointedAt(noradId));
    });
  }

  /** The satellite, or where the keyboard has gone to along its track. */
  #pointedAt(noradId: number): Pointed | null {
    const satellite = this.#satellites.get(noradId);
    if (!satellite?.position) return null;
    const here = { noradId, position: satellite.position, track: null };
    return trackOf(satellite).find(({ position }) =>
      position.timeMs === this.#alongMs
    ) ?? here;
  }

  #step(noradId: number, step: number): void {
    const satellite = this.#satellites.get(noradId);
    if (!satellite?.position) return;
    const track = trackOf(satellite);
    const fromMs = this.#alongMs ?? satellite.position.timeMs;
    const next = step < 0
      ? track.findLast(({ position }) => position.timeMs < fromMs)
      : track.find(({ position }) => position.timeMs > fromMs);
    if (next) this.#alongMs = next.position.timeMs;
  }
}

function trackOf({ noradId, past, older, coming }: MapSatellite): Pointed[] {
  return [
    ...[...older, ...past].flat().map((position) => ({
      noradId,
      position,
      track: "past" as const,
    })),
    ...coming.flatMap(({ points, source }) =>
      points.map((position) => ({ noradId, position, track: source }))
    ),
  ];
}

/** It may have another name by now. */
function nameItem(item: Item, name: string): void {
  setText(item.name, name);
  setAttributes(item.show, { "aria-label": texts.show(name) });
  const remove = texts.remove(name);
  setAttributes(item.remove, { "aria-label": remove, title: remove });
}

/** @param nearMs Its time is written with its day, where that is another. */
function describe(
  { position, isOfBefore }: MapSatellite,
  nearMs: number,
): string {
  if (position === null) return texts.unknown;
  const { altitudeKm, timeMs } = position;
  const where = texts.where(
    formatCoordinates(position),
    altitudeKm.toFixed(0),
  );
  const time = formatTimeOfDay(timeMs, nearMs);
  return (isOfBefore ? texts.listedLast : texts.listedAt)(where, time);
}

function describeLook({ azimuthDeg, elevationDeg, rangeKm }: Look): string {
  return (elevationDeg < 0 ? texts.below : texts.above)(
    formatElevation(Math.abs(elevationDeg)),
    describeAzimuthOf(azimuthDeg),
    formatCount(rangeKm),
  );
}
