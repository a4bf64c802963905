/// <reference lib="dom" />
import type { SatelliteInfo } from "../feed/contract.ts";
import { findSatellites } from "../feed/roster.ts";
import { formatAge, formatCoordinates, formatTimeOfDay } from "../format.ts";
import { makeElement, setAttributes, setText } from "../make_element.ts";
import { texts as pageTexts } from "../texts.ts";
import type { MapFrame, MapPoint } from "./map_frame.ts";
import type { Pointed } from "./map_scene.ts";
import { texts } from "./map_texts.ts";

const panelTexts = pageTexts.panel;

/** What is known of what is pointed at, beside it. */
export class MapTip {
  readonly element: HTMLElement;
  readonly #name = makeElement("strong", {});
  readonly #where = makeElement("span", {});
  readonly #when = makeElement("span", {});
  readonly #elements = makeElement("span", {});
  readonly #add = makeElement(
    "button",
    { type: "button", class: "quiet", "data-testid": "add-panel" },
    texts.add,
  );
  readonly #known = new Map<number, SatelliteInfo>();
  #noradId: number | null = null;

  constructor(onAdd: (noradId: number) => void) {
    this.element = makeElement(
      "div",
      { class: "map-tip", "data-testid": "map-tip", hidden: "" },
      this.#name,
      this.#where,
      this.#when,
      this.#elements,
      this.#add,
    );
    this.#add.addEventListener("click", () => {
      if (this.#noradId !== null) onAdd(this.#noradId);
    });
  }

  /**
   * @param point Of what it is about, on the map.
   * @param chosen What the page knows of it; null where it has no panel.
   */
  show(
    pointed: Pointed,
    { point, frame, nowMs, chosen }: {
      point: MapPoint;
      frame: MapFrame;
      nowMs: number;
      chosen: SatelliteInfo | null;
    },
  ): void {
    const { noradId, position, track } = pointed;
    if (noradId !== this.#noradId && chosen === null) this.#ask(noradId);
    this.#noradId = noradId;
    const info = chosen ?? this.#known.get(noradId);
    setText(this.#name, `${info?.name ?? "…"} ${noradId}`);
    const isExact = track === null;
    const where = texts.where(
      formatCoordinates(position, isExact ? 2 : 1),
      position.altitudeKm.toFixed(0),
    );
    setText(this.#where, isExact ? where : texts.about(where));
    setText(this.#when, describeTime(pointed, nowMs, chosen !== null));
    setText(this.#elements, isExact ? describeAge(info, nowMs) : "");
    setAttributes(this.#add, { hidden: chosen !== null });
    setAttributes(this.element, { hidden: false });
    this.#put(point, frame);
  }

  hide(): void {
    this.#noradId = null;
    setAttributes(this.element, { hidden: true });
  }

  /** Towards the middle of the map, where there is room. */
  #put({ x, y }: MapPoint, { width, height }: MapFrame): void {
    const { style } = this.element;
    const isRight = x > width / 2;
    style.left = isRight ? "" : `${Math.max(0, x) + 12}px`;
    style.right = isRight ? `${Math.max(0, width - x) + 12}px` : "";
    const isLow = y > height / 2;
    style.top = isLow ? "" : `${Math.max(0, y)}px`;
    style.bottom = isLow ? `${Math.max(0, height - y)}px` : "";
  }

  async #ask(noradId: number): Promise<void> {
    if (this.#known.has(noradId)) return;
    try {
      const { satellites: [info] } = await findSatellites(
        `satellites=${noradId}`,
      );
      if (info) this.#known.set(noradId, info);
    } catch {
      // It stays without its name.
    }
  }
}

function describeTime(
  { position, track }: Pointed,
  nowMs: number,
  isChosen: boolean,
): string {
  const time = formatTimeOfDay(position.timeMs, nowMs);
  switch (track) {
    case null:
      return isChosen ? texts.at(time) : texts.sample(time);
    case "predicted":
      return texts.willBeAt(time);
    default:
      return texts.wasAt(time);
  }
}

function describeAge(info: SatelliteInfo | undefined, nowMs: number): string {
  if (!info) return "";
  const epochMs = Date.parse(info.element_set?.epoch ?? "");
  if (Number.isNaN(epochMs)) return panelTexts.noElements;
  const age = formatAge(nowMs - epochMs);
  return nowMs < epochMs
    ? panelTexts.elementsAhead(age)
    : panelTexts.elements(age);
}
