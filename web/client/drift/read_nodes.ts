/// <reference lib="dom" />
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
  const answer = await fetch(
    `/api/v1/satellites/${noradId}/nodes?node=${node}&points=${points}`,
    { signal },
  );
  if (!answer.ok) {
    throw new Error(
      `Cannot read the crossings as the server must answer 200: current status is ${answer.status}`,
    );
  }
  return await answer.json() as NodesAnswer;
}
