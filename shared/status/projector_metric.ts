import type { Metric } from "./metrics.ts";

/** A gauge of the projector's, whoever tells it. */
export function projectorGauge(
  name: string,
  help: string,
): Omit<Metric, "samples"> {
  return { name: `groundtrack_projector_${name}`, help, type: "gauge" };
}

/** A counter of the projector's; its name ends in `_total`. */
export function projectorCounter(
  name: string,
  help: string,
): Omit<Metric, "samples"> {
  return { ...projectorGauge(name, help), type: "counter" };
}
