/// <reference lib="dom" />
import type { SatelliteInfo } from "./feed/contract.ts";
import type { Recording } from "./feed/recording.ts";
import { makeElement } from "./make_element.ts";
import { orderSatellites } from "./satellites/order_satellites.ts";
import { texts } from "./texts.ts";

/**
 * A choice of one of the satellites that are known; at first of the first, or
 * of all where these can be chosen too. Those of which only elements are known come last.
 */
export class SatelliteSelect {
  readonly element: HTMLSelectElement;
  readonly #onChange: () => void;
  readonly #all: string | null;
  readonly #names = new Map<number, string>();
  /** One that is chosen without being known: an address may name any. */
  #unknown: HTMLOptionElement | null = null;
  #listed = "";

  /**
   * @param onChange Another one is chosen, by whoever looks or for want of it.
   * @param options.all What stands for all of them; null where it is always one.
   */
  constructor(
    label: string,
    onChange: () => void,
    { all = null }: { all?: string | null } = {},
  ) {
    this.#all = all;
    this.element = makeElement("select", { "aria-label": label });
    this.#onChange = onChange;
    this.element.addEventListener("change", onChange);
  }

  /** The one chosen; 0 for all, and as long as there is none. */
  get noradId(): number {
    return Number(this.element.value);
  }

  /** Chooses one, be it known or not, or 0 for all. */
  choose(noradId: number): void {
    if (noradId === this.noradId) return;
    this.#unknown?.remove();
    this.#unknown = noradId === 0 || this.#names.has(noradId)
      ? null
      : optionOf({ norad_id: noradId, name: texts.notKnown(noradId) });
    if (this.#unknown) this.element.append(this.#unknown);
    this.element.value = String(noradId);
  }

  nameOf(noradId: number): string {
    return this.#names.get(noradId) ?? String(noradId);
  }

  /** Offers what is known; false where that is nothing. */
  list(
    { satellites }: Recording,
    withElementsOnly: readonly SatelliteInfo[],
  ): boolean {
    const recorded = [...satellites.values()].map(({ info }) => info);
    const others = withElementsOnly
      .filter(({ norad_id }) => !satellites.has(norad_id));
    const listed = [recorded, others].map((some) =>
      some.map(({ norad_id, name }) => `${norad_id} ${name}`).join()
    ).join("|");
    if (listed !== this.#listed) {
      this.#listed = listed;
      this.#offer(orderSatellites(recorded), orderSatellites(others));
    }
    return this.#names.size > 0;
  }

  #offer(
    recorded: readonly SatelliteInfo[],
    others: readonly SatelliteInfo[],
  ): void {
    const chosen = this.noradId;
    this.#names.clear();
    for (const { norad_id, name } of [...recorded, ...others]) {
      this.#names.set(norad_id, name);
    }
    const group = makeElement(
      "optgroup",
      { label: texts.withElementsOnly },
      ...others.map(optionOf),
    );
    const all = this.#all;
    this.element.replaceChildren(
      ...all === null ? [] : [makeElement("option", { value: "0" }, all)],
      ...recorded.map(optionOf),
      ...others.length > 0 ? [group] : [],
    );
    if (this.#names.has(chosen)) this.#unknown = null;
    if (this.#unknown) this.element.append(this.#unknown);
    if (this.#unknown || this.#names.has(chosen)) {
      this.element.value = String(chosen);
    }
    if (this.noradId !== chosen) this.#onChange();
  }
}

function optionOf(
  { norad_id, name }: Pick<SatelliteInfo, "norad_id" | "name">,
): HTMLOptionElement {
  return makeElement("option", { value: String(norad_id) }, name);
}
