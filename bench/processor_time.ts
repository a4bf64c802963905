import { readFileSync } from "node:fs";

/**
 * Returns how long our main thread has had a processor, in ms: on a machine with
 * other work that is what our work takes. Where Linux does not tell, time by the
 * clock.
 */
export function processorMs(): number {
  try {
    const text = readFileSync("/proc/self/schedstat", "utf8");
    return Number(text.split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}
