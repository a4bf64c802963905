import { each, type Metric } from "./metrics.ts";
import { type Warning, WARNING_KINDS } from "./warning.ts";

/** How many warnings of each kind there are. */
export function warningMetric(
  name: string,
  warnings: readonly Warning[],
): Metric {
  return each(
    { name, help: "What an operator should act on, by kind.", type: "gauge" },
    WARNING_KINDS,
    (kind) => ({
      labels: { kind },
      value: warnings.filter((warning) => warning.kind === kind).length,
    }),
  );
}
