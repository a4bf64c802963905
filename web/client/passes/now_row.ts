/// <reference lib="dom" />
import { formatCount } from "../format.ts";
import { formatLocal } from "../format_local.ts";
import { makeElement, setText } from "../make_element.ts";
import type { Pass, TrackPoint } from "./contract.ts";
import { isUp } from "./countdown.ts";
import { describeAzimuthOf, formatElevation } from "./describe_pass.ts";
import { texts } from "./passes_texts.ts";
import { pointAt } from "./track_parts.ts";

/** Where the satellite is, among the moments of its pass while that lasts. */
export class NowRow {
  readonly #moments: HTMLTableSectionElement;
  readonly #name = makeElement("th", { scope: "row" });
  readonly #cells = texts.momentColumns.map(() => makeElement("td"));
  readonly #row = makeElement(
    "tr",
    { "data-testid": "pass-now" },
    this.#name,
    ...this.#cells,
  );

  /** @param moments Has the rows of rise, highest point and set. */
  constructor(moments: HTMLTableSectionElement) {
    this.#moments = moments;
  }

  draw(
    pass: Pass,
    track: readonly TrackPoint[],
    { shownMs, isLive }: { shownMs: number; isLive: boolean },
  ): void {
    const point = isUp(pass, shownMs) ? pointAt(track, shownMs) : null;
    if (point === null) return this.#row.remove();
    const isRising = shownMs < Date.parse(pass.tca.time);
    const others = [...this.#moments.rows].filter((row) => row !== this.#row);
    const next = others[isRising ? 1 : 2]!;
    if (this.#row.nextElementSibling !== next) next.before(this.#row);
    const time = new Date(shownMs).toISOString();
    const says = [
      time.slice(11, 19),
      describeAzimuthOf(point.azimuthDeg),
      formatElevation(point.elevationDeg),
      formatCount(point.rangeKm),
    ];
    setText(this.#name, texts.nowRow[isLive ? "live" : "shown"]);
    says.forEach((text, i) => setText(this.#cells[i]!, text));
    this.#cells[0]!.title = formatLocal(shownMs);
  }
}
