import type { Moment } from "../feed/moment.ts";
import type { Phase } from "../feed/phase.ts";
import type { ChartData } from "./chart_data.ts";
import { describeCharts } from "./describe_panel.ts";

/** A screen reader would otherwise be told of a new picture each second. */
const everyMs = 10_000;
/** A moment that has moved by this share of the range shows another picture. */
const muchOfRange = 0.1;

/** When two charts are put into words again. */
export class ChartSummary {
  /** What is drawn and not told yet. */
  #untold: ChartData | null = null;
  #shape = "";
  #shownMs = -Infinity;
  #toldMs = -Infinity;

  take(data: ChartData): void {
    this.#untold = data;
  }

  /** Returns what the charts show in words, where these are to be others now. */
  tell(
    name: string,
    phase: Phase,
    { kind, nowMs, shownMs, range }: Moment,
  ): ReturnType<typeof describeCharts> | null {
    const data = this.#untold;
    if (data === null) return null;
    const lengthMs = range.toMs - range.fromMs;
    const isEmpty = data.newest === null || data.runs.length === 0;
    const shape = [isEmpty, phase, kind, lengthMs].join();
    const movedMs = Math.abs(shownMs - this.#shownMs);
    // What stands still was moved by someone, and is not told later by itself.
    const leastMs = kind === "live" || kind === "replay"
      ? muchOfRange * lengthMs
      : 1;
    if (
      shape === this.#shape && movedMs < leastMs &&
      nowMs - this.#toldMs < everyMs
    ) return null;
    this.#untold = null;
    this.#shape = shape;
    this.#shownMs = shownMs;
    this.#toldMs = nowMs;
    return describeCharts(name, data);
  }
}
