import { formatInstant } from "../../shared/instant.ts";
import type { HourDifference } from "./hour_difference.ts";

/** More are counted, not listed. */
const MOST_LISTED = 20;

/** What differs, hour by hour, a line or two each. */
export function describeDifferences(
  differences: readonly HourDifference[],
): string {
  const listed = differences.slice(0, MOST_LISTED).map(describe);
  const more = differences.length - listed.length;
  if (more > 0) listed.push(`and ${more} hours more`);
  return listed.join("\n");
}

function describe(difference: HourDifference): string {
  const { noradId, topic, hourMs } = difference;
  return `${noradId} on ${topic}, hour of ${formatInstant(hourMs)}: ` +
    describeDifference(difference);
}

/** What differs in an hour: how many positions, and one of them. */
export function describeDifference(difference: HourDifference): string {
  const counts = [
    [difference.onlyInUse, "only in use"],
    [difference.onlyRebuilt, "only from the log"],
    [difference.differing, "not alike"],
  ] as const;
  const said = counts.filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString("en")} ${what}`);
  return `${said.join(", ")}\n  ${difference.example}`;
}
