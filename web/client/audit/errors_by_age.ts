import { type ChartLook, lineLook } from "../charts/chart_look.ts";
import { describeExpectedError } from "../expected_error.ts";
import { formatCount } from "../format.ts";
import type { AuditChartPlan, AxisMark, Point } from "./audit_chart.ts";
import type { AuditAnswer } from "./contract.ts";

/** Ages of which there is anything, as the chart draws them. */
export interface ErrorsByAge {
  median: Point[];
  p95: Point[];
  marks: AxisMark[];
  /** What a pointer is told, by point. */
  words: string[];
}

/** Room beside the first and the last age, in powers of ten. */
const margin = 0.08;

/** Narrower marks would run into each other. */
const markPx = 34;

/** Returns what is known of each age, without manoeuvres; both axes are logarithms. */
export function errorsByAge({ percentiles }: AuditAnswer): ErrorsByAge {
  const known = percentiles.flatMap(({ age_days, without_manoeuvres }) => {
    const { pairs, median_s, p95_s } = without_manoeuvres;
    return median_s === null || p95_s === null
      ? []
      : [{ age: age_days, pairs, median: median_s, p95: p95_s }];
  });
  const point = (age: number, seconds: number): Point => ({
    x: Math.log10(age),
    y: Math.log10(Math.max(seconds, 0.0001)),
  });
  return {
    median: known.map(({ age, median }) => point(age, median)),
    p95: known.map(({ age, p95 }) => point(age, p95)),
    marks: known.map(({ age, pairs }) => ({
      value: Math.log10(age),
      label: [String(age), formatCount(pairs)],
    })),
    words: known.map(({ age, median, p95, pairs }) =>
      [
        `${age} d old: ${describeExpectedError(median, p95).join(", ")}`,
        `${formatCount(pairs)} pairs`,
      ].join(", ")
    ),
  };
}

/** The ends of the axis of ages, which are those of all that can be audited. */
export function ageBounds({ percentiles }: AuditAnswer) {
  const ages = percentiles.map(({ age_days }) => Math.log10(age_days));
  return { min: Math.min(...ages) - margin, max: Math.max(...ages) + margin };
}

/** Median and 95 % by age: two lines, told apart by more than colour. */
export function byAgePlan(shown: () => ErrorsByAge | null): AuditChartPlan {
  const dots = (look: ChartLook) => ({
    ...lineLook(look),
    pointRadius: 3,
    pointHoverRadius: 4,
    pointBackgroundColor: look.line,
    pointBorderColor: look.line,
    clip: false,
  });
  return {
    axis: "age",
    looks: (look) => [
      { ...dots(look), borderDash: [] },
      { ...dots(look), borderDash: [5, 4], pointBackgroundColor: look.panel },
    ],
    marks: ({ width, min, max }) => {
      let lastPx = -Infinity;
      return (shown()?.marks ?? []).filter(({ value }) => {
        const px = (value - min) / (max - min) * width;
        if (px - lastPx < markPx) return false;
        lastPx = px;
        return true;
      });
    },
    describe: ({ dataIndex }) => shown()?.words[dataIndex] ?? "",
  };
}
