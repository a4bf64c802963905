import type { Node } from "../../tle/nodes/node_crossing.ts";
import { described } from "../openapi/operation.ts";
import {
  checkRange,
  instant,
  MOST_POINTS,
  oneOf,
  wholeNumber,
} from "../parameters.ts";
import { badParameters } from "../problem.ts";
import { parseQuery } from "../query.ts";

const DEFAULT_LIMIT = 1_000;
const MOST_NODES = 10_000;

export const NODES_PARAMETERS = {
  from: described(instant, "Start; the first that is known, if left out"),
  to: described(instant, "End, exclusive; the last, if left out"),
  node: described(
    oneOf("ascending", "descending"),
    "Only crossings northward, or southward",
  ),
  limit: described(
    wholeNumber(1, MOST_NODES),
    "Crossings of a page at most",
    DEFAULT_LIMIT,
  ),
  cursor: described(instant, "What the page before gave as next"),
  points: described(
    wholeNumber(1, MOST_POINTS),
    "Not pages, but the first crossing of each of so many parts of the range at most",
  ),
};

/** Which of a satellite's crossings of the equator a client wants. */
export interface NodesRequest {
  /** Absent where everything is wanted. */
  readonly fromMs: number | undefined;
  readonly toMs: number | undefined;
  readonly node: Node | undefined;
  /** A page of them, or one of each of so many parts of the range. */
  readonly extent:
    | { readonly kind: "page"; readonly limit: number }
    | { readonly kind: "thinned"; readonly points: number };
}

/**
 * Reads the request of `/api/v1/satellites/{norad_id}/nodes`; by default for all
 * there is.
 *
 * @throws {Problem} 400, naming what is wrong.
 */
export function readNodesRequest(url: string): NodesRequest {
  const { from, to, node, limit, cursor, points } = parseQuery(
    url,
    NODES_PARAMETERS,
  );
  if (from !== undefined && to !== undefined) {
    checkRange({ fromMs: from, toMs: to }, {});
  }
  if (points !== undefined && (limit !== undefined || cursor !== undefined)) {
    throw badParameters([{
      parameter: "points",
      requirement: "given without limit and cursor, which are for pages",
      value: String(points),
    }]);
  }
  return {
    fromMs: cursor ?? from,
    toMs: to,
    node,
    extent: points !== undefined
      ? { kind: "thinned", points }
      : { kind: "page", limit: limit ?? DEFAULT_LIMIT },
  };
}
