/// <reference lib="dom" />
import { satelliteStyle } from "../colours.ts";
import { haveMoved } from "../feed/have_moved.ts";
import type { Moment } from "../feed/moment.ts";
import type { TimeRange } from "../feed/position_window.ts";
import { positionsPath } from "../feed/read_positions.ts";
import type { Recording } from "../feed/recording.ts";
import type { SatelliteRecord } from "../feed/satellite_record.ts";
import type { Announcer } from "../header.ts";
import { setAttributes, setText } from "../make_element.ts";
import { texts } from "../texts.ts";
import { AltitudeChart } from "./altitude_chart.ts";
import { chartLook } from "../charts/chart_look.ts";
import { type ChartData, chartDataOf } from "./chart_data.ts";
import {
  type ColumnAction,
  drawColumnActions,
  focusAction,
} from "./column_actions.ts";
import type { Crosshair } from "./crosshair.ts";
import { ChartSummary } from "./chart_summary.ts";
import {
  describeElements,
  describeFilledIn,
  describeRecorded,
} from "./describe_panel.ts";
import { elementsLink } from "./elements_link.ts";
import type { ChosenPoint } from "./origin_card.ts";
import { PanelCursor } from "./panel_cursor.ts";
import { makePanel, type PanelElements } from "./panel_elements.ts";
import { PanelHead } from "./panel_head.ts";
import { positionsCsv } from "./positions_csv.ts";
import { TrackChart } from "./track_chart.ts";

/** What is scrolled to is drawn before it is there. */
const nearlySeen = "200px";
/** An axis that has moved by less is drawn with what comes next. */
const axisStepMs = 1_000;

/** What a panel tells of what is done in it. */
export interface PanelEvents {
  readonly announcer: Announcer;
  readonly crosshair: Crosshair;
  onAction(noradId: number, action: ColumnAction): void;
  onChoose(point: ChosenPoint): void;
}

/** What a panel draws beside its satellite's record. */
export interface PanelContext {
  /** Its place among the columns. */
  index: number;
  count: number;
  /** What of its positions was filled in later. */
  filledIn: readonly TimeRange[];
}

/** One satellite's column: its numbers, its two charts, what they rest on. */
export class SatellitePanel {
  readonly #noradId: number;
  readonly #parts: PanelElements;
  readonly #head: PanelHead;
  readonly #altitude: AltitudeChart;
  readonly #track: TrackChart;
  readonly #crosshair: Crosshair;
  readonly #cursor: PanelCursor;
  readonly #sight: IntersectionObserver;
  #isSeen = true;
  /** What the charts are to show once they are seen. */
  #unseen: ChartData | null = null;
  /** What the charts show, and of what time. */
  #drawn: readonly unknown[] = [];
  #drawnMs: readonly number[] = [];
  readonly #summary = new ChartSummary();

  constructor(noradId: number, events: PanelEvents) {
    this.#noradId = noradId;
    this.#crosshair = events.crosshair;
    this.#parts = makePanel(noradId);
    this.#head = new PanelHead(this.#parts, events.announcer);
    const look = chartLook(satelliteStyle(noradId));
    this.#altitude = new AltitudeChart(this.#parts.altitudeCanvas, look);
    this.#track = new TrackChart(this.#parts.trackCanvas, look);
    this.#cursor = new PanelCursor({
      elements: this.#parts,
      altitude: this.#altitude,
      track: this.#track,
      crosshair: events.crosshair,
      onChoose: ({ timeMs }, place) => {
        events.onChoose({ noradId, name: this.name, timeMs, place });
      },
    });
    this.#sight = new IntersectionObserver((entries) => {
      this.#isSeen = entries.at(-1)!.isIntersecting;
      if (this.#isSeen) this.#drawUnseen();
    }, { rootMargin: nearlySeen });
    this.#sight.observe(this.#parts.section);
    const { buttons } = this.#parts.actions;
    for (const [action, button] of Object.entries(buttons)) {
      button.addEventListener(
        "click",
        () => events.onAction(noradId, action as ColumnAction),
      );
    }
  }

  get element(): HTMLElement {
    return this.#parts.section;
  }

  get name(): string {
    return this.#parts.name.textContent!;
  }

  /** Goes to what hides it, or else moves it; returns whether there is any. */
  focus(toHide: boolean): boolean {
    return focusAction(this.#parts.actions, toHide);
  }

  draw(
    recording: Recording,
    record: SatelliteRecord,
    moment: Moment,
    { filledIn, ...place }: PanelContext,
  ): void {
    const { range } = moment;
    const untilMs = Math.min(range.toMs, moment.shownMs);
    this.#head.draw(recording, record, moment);
    drawColumnActions(this.#parts.actions, record.info.name, place);
    this.#drawElements(record, moment);
    const drawn = [recording, recording.revision, moment.kind, filledIn];
    const timesMs = [range.fromMs, range.toMs, untilMs];
    if (
      drawn.some((one, i) => one !== this.#drawn[i]) ||
      haveMoved(timesMs, this.#drawnMs, axisStepMs)
    ) {
      this.#drawn = drawn;
      this.#drawnMs = timesMs;
      this.#drawCharts(recording, record, moment, filledIn);
    }
    this.#summarise(recording, record, moment);
    this.drawPointed();
  }

  /** What is pointed at has changed, here or in another panel. */
  drawPointed(): void {
    this.#cursor.draw();
    this.#head.drawPointed(this.#crosshair.timeMs, this.#cursor.position);
  }

  #drawCharts(
    recording: Recording,
    record: SatelliteRecord,
    moment: Moment,
    filled: readonly TimeRange[],
  ): void {
    const { range } = moment;
    const parts = this.#parts;
    const data = chartDataOf(record, moment, filled);
    this.#unseen = data;
    if (this.#isSeen) this.#drawUnseen();
    this.#export(record, data);
    this.#cursor.take(data);
    const filledIn = describeFilledIn(data);
    setAttributes(parts.filledIn, { hidden: filledIn === "" });
    setText(parts.filledIn, filledIn);
    const points = countPoints(record, range.fromMs);
    setAttributes(parts.section, {
      "data-points": String(points),
      "data-gaps": String(data.gaps.length),
    });
    setText(
      parts.recorded,
      describeRecorded(recording, record, {
        points,
        gaps: data.gaps.length,
        moment,
      }),
    );
    this.#summary.take(data);
  }

  /** Most of what drawing takes: of twelve columns, three or six are seen. */
  #drawUnseen(): void {
    const data = this.#unseen;
    if (data === null) return;
    this.#unseen = null;
    this.#altitude.draw(data);
    this.#track.draw(data);
    this.#cursor.draw();
  }

  /** All of it, as it may be for a print. */
  retheme(): void {
    this.#drawUnseen();
    const look = chartLook(satelliteStyle(this.#noradId));
    this.#altitude.retheme(look);
    this.#track.retheme(look);
  }

  destroy(): void {
    this.#sight.disconnect();
    this.#altitude.destroy();
    this.#track.destroy();
    this.#parts.section.remove();
  }

  /** How old the elements are, and a link to the set that was in use. */
  #drawElements({ info, latest }: SatelliteRecord, moment: Moment): void {
    const { elements } = this.#parts;
    const { text, hint, old } = describeElements(info.element_set, moment);
    setText(elements, text);
    elements.classList.toggle("old", old);
    setAttributes(elements, { "data-hint": hint, "aria-description": hint });
    if (!latest) return;
    const href = elementsLink(this.#noradId, latest.timeMs);
    setAttributes(elements, { href });
  }

  #export({ info, window }: SatelliteRecord, data: ChartData): void {
    const { range } = data;
    this.#parts.exports.offer(texts.panel.positionsOf(info.name), {
      csv: () => positionsCsv(info.name, data),
      path: () =>
        positionsPath({
          satellites: [this.#noradId],
          range,
          bucketMs: window.bucketMs,
        }),
    });
  }

  #summarise(
    { phase }: Recording,
    { info }: SatelliteRecord,
    moment: Moment,
  ): void {
    const summary = this.#summary.tell(info.name, phase, moment);
    if (summary === null) return;
    this.#parts.altitudeCanvas.setAttribute("aria-label", summary.altitude);
    this.#parts.trackCanvas.setAttribute("aria-label", summary.track);
  }
}

function countPoints(record: SatelliteRecord, fromMs: number): number {
  return record.window.positions.filter((p) => p.timeMs >= fromMs).length;
}
