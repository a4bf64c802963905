/// <reference lib="dom" />
import type { SatelliteInfo } from "../feed/contract.ts";
import { findSatellites } from "../feed/roster.ts";
import { formatAge, formatReading, formatTimeOfDay } from "../format.ts";
import { makeElement, setText } from "../make_element.ts";
import { texts } from "../texts.ts";
import type { SkyPosition } from "./sky_samples.ts";

const words = texts.sky;

/** What is known of the satellite that is pointed at, beside it. */
export class SkyTip {
  readonly element: HTMLElement;
  readonly #name = makeElement("strong", {});
  readonly #where = makeElement("span", {});
  readonly #sample = makeElement("span", {});
  readonly #elements = makeElement("span", {});
  readonly #add = makeElement(
    "button",
    { type: "button", class: "quiet", "data-testid": "add-panel" },
    words.add,
  );
  readonly #known = new Map<number, SatelliteInfo>();
  #noradId: number | null = null;

  constructor(onAdd: (noradId: number) => void) {
    this.element = makeElement(
      "div",
      { class: "sky-tip", "data-testid": "sky-tip", hidden: "" },
      this.#name,
      this.#where,
      this.#sample,
      this.#elements,
      this.#add,
    );
    this.#add.addEventListener("click", () => {
      if (this.#noradId !== null) onAdd(this.#noradId);
    });
  }

  /** The satellite that it is about; null while there is none. */
  get noradId(): number | null {
    return this.#noradId;
  }

  /** @param place Of the satellite, within what the tip lies over. */
  show(
    position: SkyPosition,
    place: { x: number; y: number; width: number; height: number },
    { nowMs, isChosen }: { nowMs: number; isChosen: boolean },
  ): void {
    const { noradId, latitudeDeg, longitudeDeg, altitudeKm } = position;
    if (noradId !== this.#noradId) this.#ask(noradId);
    this.#noradId = noradId;
    this.element.hidden = false;
    const info = this.#known.get(noradId);
    setText(this.#name, `${info?.name ?? "…"} ${noradId}`);
    setText(
      this.#where,
      words.where(
        formatReading(latitudeDeg),
        formatReading(longitudeDeg),
        altitudeKm.toFixed(0),
      ),
    );
    setText(this.#sample, words.sample(formatTimeOfDay(position.sampleMs)));
    const epochMs = Date.parse(info?.element_set?.epoch ?? "");
    setText(
      this.#elements,
      Number.isNaN(epochMs)
        ? info ? texts.panel.noElements : ""
        : nowMs < epochMs
        ? texts.panel.elementsAhead(formatAge(nowMs - epochMs))
        : texts.panel.elements(formatAge(nowMs - epochMs)),
    );
    this.#add.hidden = isChosen;
    const { style } = this.element;
    const isRight = place.x > place.width / 2;
    style.left = isRight ? "" : `${place.x + 12}px`;
    style.right = isRight ? `${place.width - place.x + 12}px` : "";
    const isLow = place.y > place.height / 2;
    style.top = isLow ? "" : `${place.y}px`;
    style.bottom = isLow ? `${place.height - place.y}px` : "";
  }

  hide(): void {
    this.#noradId = null;
    this.element.hidden = true;
  }

  async #ask(noradId: number): Promise<void> {
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
