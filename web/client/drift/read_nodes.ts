/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import type { TimeRange } from "../feed/position_window.ts";
import { formatIso } from "../format.ts";
import type { Node, NodesAnswer } from "./contract.ts";

/** What to read of the crossings of the equator. */
export interface NodesQuestion {
  noradId: number;
  node: Node;
  /** Null for all that is known. */
  range: TimeRange | null;
}

/** More than a wide plot has pixels would not be seen. */
const points = 1_000;

/**
 * Returns the crossings that are known of a satellite, thinned.
 *
 * @throws {Error} If the server does not answer with them.
 */
export async function readNodes(
  question: NodesQuestion,
  signal: AbortSignal,
): Promise<NodesAnswer> {
  const path = nodesPath(question);
  const answer = await askServer("read the crossings", path, signal);
  return await answer.json() as NodesAnswer;
}

/** Returns the path of a question below `/api/v1/`. */
export function nodesPath({ noradId, node, range }: NodesQuestion): string {
  const ends = range
    ? `&from=${formatIso(range.fromMs)}&to=${formatIso(range.toMs)}`
    : "";
  return `satellites/${noradId}/nodes?node=${node}&points=${points}${ends}`;
}
