import type { TopicDescription } from "../../shared/event_log/event_log.ts";
import { retentionWarning } from "../../shared/status/find_warnings.ts";
import type { Report } from "../report.ts";

/** Tells of each topic that the log forgets: once, and when that changes. */
export function createRetentionReport(report: Report, eventLog: string) {
  const reported = new Map<string, number>();
  return (topics: readonly TopicDescription[]) => {
    for (const topic of topics) {
      const { name, retentionMs } = topic;
      const before = reported.get(name) ?? null;
      if (retentionMs === before) continue;
      const warning = retentionWarning(topic, eventLog);
      if (warning === null || retentionMs === null) {
        reported.delete(name);
        report(`The log keeps what is in ${name} for ever now`, "info");
      } else {
        reported.set(name, retentionMs);
        report(`${warning.message}. To mend it: ${warning.remedy}`, "warning");
      }
    }
  };
}
