import { formatDuration } from "../shared/duration.ts";
import type { Channels } from "./channels.ts";

/** More satellites than these are counted, not named. */
const MOST_NAMES = 10;

/** Says what a producer is about to do. */
export function describeWork(
  { list }: Channels,
  { eventLog, backfillMs }: {
    readonly eventLog: string;
    readonly backfillMs: number;
  },
): string {
  const names = list.flatMap(({ tracks }) =>
    tracks.map(({ satellite }) => satellite.name)
  );
  const who = names.length > MOST_NAMES
    ? `${names.length} satellites`
    : names.join(", ");
  const topics = [...new Set(list.map(({ topic }) => topic))].join(", ");
  const steps = [...new Set(list.map(({ stepMs }) => formatDuration(stepMs)))];
  return `Publishing ${who} to ${topics} of ${eventLog}, a tick every ` +
    steps.join(" or ") +
    (backfillMs > 0 ? `, filling in ${formatDuration(backfillMs)}` : "");
}
