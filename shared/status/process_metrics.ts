import process from "node:process";
import { type Metric, single } from "./metrics.ts";

const startedMs = Date.now();

/**
 * What every service tells of its process, by the names that are usual. The
 * library's own collector reads /proc, which no service may: it would tell
 * zeros.
 */
export function processMetrics(): Metric[] {
  const { user, system } = process.cpuUsage();
  return [
    single({
      name: "process_cpu_seconds_total",
      help: "Time that the process has used of its processors.",
      type: "counter",
    }, (user + system) / 1e6),
    single({
      name: "process_resident_memory_bytes",
      help: "Memory that the process takes.",
      type: "gauge",
    }, Deno.memoryUsage().rss),
    single({
      name: "process_start_time_seconds",
      help: "When the process began, since 1970, UTC.",
      type: "gauge",
    }, startedMs / 1000),
  ];
}
