/// <reference lib="dom" />
import type { Moment } from "../feed/moment.ts";
import type { Position } from "../feed/position_window.ts";
import type { Recording } from "../feed/recording.ts";
import type { SatelliteRecord } from "../feed/satellite_record.ts";
import {
  formatDateTime,
  formatIso,
  formatLatitude,
  formatLongitude,
  formatReading,
  formatTimeOfDay,
} from "../format.ts";
import type { Announcer } from "../header.ts";
import { setAttributes, setText } from "../make_element.ts";
import { formatLocal } from "../format_local.ts";
import { formatDay } from "../passes/format_day.ts";
import { texts } from "../texts.ts";
import { texts as columnTexts } from "./columns_texts.ts";
import { describeAsOf, describeStale } from "./describe_panel.ts";
import type { PanelElements, Reading } from "./panel_elements.ts";

/** The head of a column: where its satellite is, or was at the time pointed at. */
export class PanelHead {
  readonly #parts: PanelElements;
  readonly #announcer: Announcer;
  #newest: Position | null = null;
  #nowMs = 0;
  #stale = "";
  #announced = "";

  constructor(parts: PanelElements, announcer: Announcer) {
    this.#parts = parts;
    this.#announcer = announcer;
  }

  draw(recording: Recording, record: SatelliteRecord, moment: Moment): void {
    const { name, stale: element, section } = this.#parts;
    setText(name, record.info.name);
    this.#newest = record.newestIn(moment);
    this.#nowMs = moment.nowMs;
    const loading = isLoading(recording, moment);
    const stale = describeStale(record, moment, loading);
    this.#drawStale(stale);
    // What is still to come may be as stale as what was there.
    if (!loading) this.#announce(record, stale);
    const asOf = stale === "" ? describeAsOf(record, moment) : "";
    if (stale === "") setText(element, asOf);
    section.classList.toggle("is-old", asOf !== "");
  }

  /**
   * @param pointedMs The time that is pointed at, in whatever column.
   * @param position Of this satellite then; null where there is none.
   */
  drawPointed(pointedMs: number | null, position: Position | null): void {
    const { pointed, stale, section } = this.#parts;
    const isPointed = pointedMs !== null;
    this.#drawReadings(isPointed ? position : this.#newest);
    section.classList.toggle("is-pointed", isPointed);
    setAttributes(stale, { hidden: isPointed });
    setAttributes(pointed, { hidden: !isPointed });
    if (!isPointed) return;
    const shownMs = position?.timeMs ?? pointedMs;
    const words = position ? columnTexts.pointedAt : columnTexts.nothingAt;
    setText(pointed, words(shortTime(shownMs, this.#nowMs)));
    pointed.title = formatLocal(shownMs);
  }

  #drawReadings(position: Position | null): void {
    const { latitude, longitude, altitude } = this.#parts;
    const { none } = texts.panel;
    write(latitude, position ? formatLatitude(position.latitudeDeg) : none);
    write(longitude, position ? formatLongitude(position.longitudeDeg) : none);
    const altitudeText = position ? formatReading(position.altitudeKm) : none;
    setText(altitude.value, altitudeText);
  }

  #drawStale(stale: string): void {
    if (stale === this.#stale) return;
    this.#stale = stale;
    setText(this.#parts.stale, stale);
    this.#parts.section.classList.toggle("is-stale", stale !== "");
  }

  #announce(
    { info: { norad_id, name } }: SatelliteRecord,
    stale: string,
  ): void {
    if (stale === this.#announced) return;
    this.#announced = stale;
    this.#announcer.announce(
      `stale ${norad_id}`,
      stale === ""
        ? texts.panel.announceBack(name)
        : texts.panel.announceStale(name, stale),
    );
  }
}

/** Degrees and side are beside an angle as a unit is. */
function write({ value, unit }: Reading, angle: string): void {
  const [size, side = ""] = angle.split(/(?=°)/);
  setText(value, size!);
  setText(unit, side);
}

/** There is little room: a day of this year is named without it. */
function shortTime(timeMs: number, nowMs: number): string {
  const time = formatTimeOfDay(timeMs, nowMs);
  const isThisYear = time.startsWith(formatDateTime(nowMs).slice(0, 4));
  return isThisYear
    ? `${formatDay(formatIso(timeMs))} ${formatTimeOfDay(timeMs)}`
    : time;
}

/** A range that is still coming in has no silence yet, only what has not come. */
function isLoading({ phase }: Recording, { kind }: Moment): boolean {
  return phase === "waiting" || (phase === "range" && kind !== "replay");
}
