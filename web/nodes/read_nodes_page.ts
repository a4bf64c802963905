import { createBreather } from "../../shared/breathe.ts";
import {
  type NodeSearch,
  readNodes,
} from "../../shared/projection/nodes/read_nodes.ts";
import type { StoredNode } from "../../shared/projection/nodes/stored_node.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { NodeGaps } from "./node_gaps.ts";
import { NODES_AT_ONCE, type NodesAnswer } from "./nodes_answer.ts";

/** Reads crossings one by one, so many at most, and lets others run meanwhile. */
export async function readNodesPage(
  projection: Projection,
  noradId: number,
  { limit, ...search }: NodeSearch & { readonly limit: number },
): Promise<NodesAnswer> {
  const breathe = createBreather();
  const nodes: StoredNode[] = [];
  // One more than is wanted tells where the next page begins.
  for (let fromMs = search.fromMs; nodes.length <= limit;) {
    const chunk = readNodes(projection, noradId, {
      ...search,
      fromMs,
      limit: Math.min(NODES_AT_ONCE, limit + 1 - nodes.length),
    });
    if (chunk.length === 0) break;
    nodes.push(...chunk);
    fromMs = chunk.at(-1)!.timeMs + 1;
    await breathe();
  }
  const nextMs = nodes[limit]?.timeMs ?? null;
  const page = { ...search, toMs: nextMs ?? search.toMs };
  const gaps = new NodeGaps(projection, noradId, page);
  const shown = nodes.slice(0, limit);
  for (const node of shown) gaps.add(node);
  gaps.end();
  return { nodes: shown, gaps: gaps.gaps, bucketMs: null, nextMs };
}
