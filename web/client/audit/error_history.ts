import { dotsLook } from "../charts/chart_look.ts";
import { formatDateTime } from "../format.ts";
import { timeTicks } from "../satellites/time_ticks.ts";
import type { AuditChartPlan, Point } from "./audit_chart.ts";
import type { AuditAnswer } from "./contract.ts";
import { formatSeconds } from "./format_seconds.ts";

const mostMarks = 5;

/** How far off predictions of one age were, over time. */
export interface ErrorHistory {
  /** Without manoeuvres, and those between which one is suspected. */
  lines: [quiet: Point[], suspected: Point[]];
  /** What a pointer is told, for each of them. */
  words: [quiet: string[], suspected: string[]];
}

export function errorHistory({ audits }: AuditAnswer): ErrorHistory {
  const history: ErrorHistory = { lines: [[], []], words: [[], []] };
  for (const { epoch, predictions } of audits) {
    const timeMs = Date.parse(epoch);
    for (const { later_s, manoeuvre_suspected } of predictions) {
      const kind = manoeuvre_suspected ? 1 : 0;
      const size = Math.max(Math.abs(later_s), 0.0001);
      history.lines[kind].push({ x: timeMs, y: Math.log10(size) });
      history.words[kind].push(
        `${formatDateTime(timeMs)} UTC   ${formatSeconds(size)} ${
          later_s < 0 ? "earlier" : "later"
        } than predicted`,
      );
    }
  }
  return history;
}

/** Dots over time; those with a suspected manoeuvre are hollow. */
export function historyPlan(shown: () => ErrorHistory | null): AuditChartPlan {
  return {
    axis: "time",
    looks: (look) => [
      { ...dotsLook(look), pointRadius: 2, pointHoverRadius: 4 },
      {
        ...dotsLook(look),
        pointRadius: 3,
        pointHoverRadius: 4,
        backgroundColor: "transparent",
        borderColor: look.dim,
        pointBorderWidth: 1,
      },
    ],
    marks: ({ min, max }) =>
      timeTicks(min, max, mostMarks).filter(({ value }) =>
        value - min > 0.04 * (max - min) && max - value > 0.04 * (max - min)
      ),
    describe: ({ datasetIndex, dataIndex }) =>
      shown()?.words[datasetIndex]?.[dataIndex] ?? "",
  };
}
