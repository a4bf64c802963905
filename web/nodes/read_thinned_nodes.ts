import { createBreather } from "../../shared/breathe.ts";
import {
  type NodeSearch,
  readNodePlaces,
  readNodes,
} from "../../shared/projection/nodes/read_nodes.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { NodeBucket } from "./node_bucket.ts";
import { NodeGaps } from "./node_gaps.ts";
import {
  type AnsweredNode,
  NODES_AT_ONCE,
  type NodesAnswer,
} from "./nodes_answer.ts";

/**
 * Reads one crossing of each bucket, the first, and lets others run meanwhile.
 * Buckets are aligned to the epoch.
 */
export async function readThinnedNodes(
  projection: Projection,
  noradId: number,
  { bucketMs, ...search }: NodeSearch & { readonly bucketMs: number },
): Promise<NodesAnswer> {
  const breathe = createBreather();
  const gaps = new NodeGaps(projection, noradId, search);
  const buckets: NodeBucket[] = [];
  for (let fromMs = search.fromMs;;) {
    const chunk = readNodePlaces(projection, noradId, {
      ...search,
      fromMs,
      limit: NODES_AT_ONCE,
    });
    if (chunk.length === 0) break;
    for (const place of chunk) {
      gaps.add(place);
      const number = Math.floor(place.timeMs / bucketMs);
      let bucket = buckets.at(-1);
      if (bucket?.number !== number) {
        bucket = new NodeBucket(number, place);
        buckets.push(bucket);
      }
      bucket.add(place);
    }
    fromMs = chunk.at(-1)!.timeMs + 1;
    await breathe();
  }
  gaps.end();
  const nodes: AnsweredNode[] = [];
  for (const bucket of buckets) {
    const { timeMs } = bucket.first;
    const [node] = readNodes(projection, noradId, {
      fromMs: timeMs,
      toMs: timeMs + 1,
      limit: 1,
    });
    nodes.push({ ...node!, bucket: bucket.summary() });
    await breathe();
  }
  return { nodes, gaps: gaps.gaps, bucketMs, nextMs: null };
}
