import type { Report } from "../report.ts";
import type { DeadLetter } from "../writing/changes.ts";

/** Tells of the first dead letter of each partition; there may be many. */
export function createDeadLetterReport(report: Report) {
  const reported = new Set<string>();
  return (letters: readonly DeadLetter[]) => {
    for (const { at, reason } of letters) {
      const partition = `${at.topic}/${at.partition}`;
      if (reported.has(partition)) continue;
      reported.add(partition);
      report(
        `${partition} has a record that cannot be applied, at offset ` +
          `${at.offset}. It and others like it are kept as dead letters, ` +
          `which \`deno task dead-letters\` lists. ${reason}`,
        "warning",
      );
    }
  };
}
