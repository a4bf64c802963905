import { Counter, Gauge, Registry } from "prom-client";

/** A number that a service tells, as Prometheus knows it. */
export interface Metric {
  /** With its unit; a counter's ends in `_total`. */
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge";
  /** All with the same labels; none where nothing is known. */
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly labels?: Readonly<Record<string, string | number>>;
  readonly value: number;
}

export const METRICS_CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/**
 * Writes metrics as Prometheus reads them. Nothing is kept between two calls:
 * the numbers are whatever their source says now.
 */
export async function renderMetrics(
  metrics: readonly Metric[],
): Promise<string> {
  const registry = new Registry();
  for (const { name, help, type, samples } of metrics) {
    // A metric without samples would be written as a zero.
    if (samples.length === 0) continue;
    const labelNames = Object.keys(samples[0]!.labels ?? {});
    const options = { name, help, labelNames, registers: [registry] };
    if (type === "counter") {
      const counter = new Counter(options);
      for (const { labels, value } of samples) {
        counter.inc({ ...labels }, value);
      }
    } else {
      const gauge = new Gauge(options);
      for (const { labels, value } of samples) gauge.set({ ...labels }, value);
    }
  }
  return await registry.metrics();
}

/** A metric of one number; null where it is not known. */
export function single(
  metric: Omit<Metric, "samples">,
  value: number | null,
): Metric {
  return { ...metric, samples: value === null ? [] : [{ value }] };
}

/** A metric with a sample for each of some things, but for unknown ones. */
export function each<T>(
  metric: Omit<Metric, "samples">,
  things: readonly T[],
  sampleOf: (thing: T) => Sample | null,
): Metric {
  const samples = things.map(sampleOf).filter((sample) => sample !== null);
  return { ...metric, samples };
}
