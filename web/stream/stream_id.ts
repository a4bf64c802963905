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

/**
 * Reads the id of an event of a stream.
 *
 * @throws {RangeError} If it is none.
 */
export function parseStreamId(text: string): StreamId {
  const match = /^(\d{1,15})-([0-9a-z]{1,32})-(\d{1,15})$/.exec(text);
  if (match === null) {
    throw new RangeError("the id of an event of a stream");
  }
  const [, timeMs, projection, revision] = match;
  return {
    timeMs: Number(timeMs),
    projection: projection!,
    revision: Number(revision),
  };
}
