import type { LogPosition } from "../../shared/event_log/event_log.ts";
import {
  formatLogPosition,
  parseLogPosition,
} from "../../shared/event_log/log_position.ts";
import { described } from "../openapi/operation.ts";
import { topicName, wholeNumber } from "../parameters.ts";
import { badParameters } from "../problem.ts";
import { parameter, parseQuery } from "../query.ts";

const DEFAULT_LIMIT = 100;
const MOST_LETTERS = 1_000;
const CURSOR = "what the page before gave as next";

const logPosition = parameter({
  type: "string",
  description: CURSOR,
  examples: ["terra_topic/0/42"],
}, (text): LogPosition => {
  const at = parseLogPosition(text);
  if (at === null) throw new RangeError(CURSOR);
  return at;
});

export const DEAD_LETTERS_PARAMETERS = {
  topic: described(topicName, "Only those of one topic"),
  limit: described(
    wholeNumber(1, MOST_LETTERS),
    "Letters of a page at most",
    DEFAULT_LIMIT,
  ),
  cursor: described(logPosition, "Where the page begins"),
};

/** Which dead letters a client wants; by default the first ones of all. */
export interface DeadLettersRequest {
  readonly topic: string | undefined;
  readonly limit: number;
  /** Where the page begins. */
  readonly cursor: LogPosition | undefined;
}

/**
 * Reads the request of `/api/v1/dead-letters`.
 *
 * @throws {Problem} 400, naming what is wrong.
 */
export function readDeadLettersRequest(url: string): DeadLettersRequest {
  const { topic, limit = DEFAULT_LIMIT, cursor } = parseQuery(
    url,
    DEAD_LETTERS_PARAMETERS,
  );
  if (cursor !== undefined && topic !== undefined && cursor.topic !== topic) {
    throw badParameters([{
      parameter: "cursor",
      requirement: `${CURSOR}, within the topic`,
      value: formatLogPosition(cursor),
    }]);
  }
  return { topic, limit, cursor };
}
