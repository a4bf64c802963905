/// <reference lib="dom" />
import type { Recording } from "./feed/recording.ts";
import { makeElement } from "./make_element.ts";
import { orderSatellites } from "./satellites/order_satellites.ts";

/** A choice of one of the satellites that are known; at first of the first. */
export class SatelliteSelect {
  readonly element: HTMLSelectElement;
  readonly #onChange: () => void;
  readonly #names = new Map<number, string>();

  /** @param onChange Another one is chosen, by whoever looks or for want of it. */
  constructor(label: string, onChange: () => void) {
    this.element = makeElement("select", { "aria-label": label });
    this.#onChange = onChange;
    this.element.addEventListener("change", onChange);
  }

  /** The one chosen; 0 as long as there is none. */
  get noradId(): number {
    return Number(this.element.value);
  }

  nameOf(noradId: number): string {
    return this.#names.get(noradId) ?? String(noradId);
  }

  /** Offers what a recording knows; false where that is no satellite. */
  list({ satellites }: Recording): boolean {
    if (this.#isListed(satellites)) return this.#names.size > 0;
    const chosen = this.noradId;
    this.#names.clear();
    const infos = [...satellites.values()].map(({ info }) => info);
    for (const { norad_id, name } of orderSatellites(infos)) {
      this.#names.set(norad_id, name);
    }
    const options = [...this.#names].map(([noradId, name]) =>
      makeElement("option", { value: String(noradId) }, name)
    );
    this.element.replaceChildren(...options);
    if (this.#names.has(chosen)) this.element.value = String(chosen);
    if (this.noradId !== chosen) this.#onChange();
    return options.length > 0;
  }

  #isListed(satellites: Recording["satellites"]): boolean {
    if (satellites.size !== this.#names.size) return false;
    for (const [noradId, { info }] of satellites) {
      if (this.#names.get(noradId) !== info.name) return false;
    }
    return true;
  }
}
