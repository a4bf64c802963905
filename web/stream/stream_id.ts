import { matching } from "../parameters.ts";

/** What is known of a projection: its id, and how many commits are told of. */
export interface Told {
  readonly projection: string;
  readonly revision: number;
}

/** Where a stream is: what came after it is still to be sent. */
export interface StreamId extends Told {
  readonly timeMs: number;
}

export function formatStreamId(id: StreamId): string {
  return `${id.timeMs}-${id.projection}-${id.revision}`;
}

/** The id of an event of a stream. */
export const streamId = matching(
  /^(\d{1,15})-([0-9a-z]{1,32})-(\d{1,15})$/,
  "the id of an event of a stream",
  ([, timeMs, projection, revision]): StreamId => ({
    timeMs: Number(timeMs),
    projection: projection!,
    revision: Number(revision),
  }),
);
