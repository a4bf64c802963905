/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import type { Node, NodesAnswer } from "./contract.ts";

/** What to read of the crossings of the equator. */
export interface NodesQuestion {
  noradId: number;
  node: Node;
}

/** More than a wide plot has pixels would not be seen. */
const points = 1_000;

/**
 * Returns all crossings that are known of a satellite, thinned.
 *
 * @throws {Error} If the server does not answer with them.
 */
export async function readNodes(
  { noradId, node }: NodesQuestion,
  signal: AbortSignal,
): Promise<NodesAnswer> {
  const answer = await askServer(
    "read the crossings",
    `satellites/${noradId}/nodes?node=${node}&points=${points}`,
    signal,
  );
  return await answer.json() as NodesAnswer;
}
