import type { StoredNode } from "../../shared/projection/nodes/stored_node.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { BucketSummary } from "./node_bucket.ts";

/** A crossing; one that stands for a bucket, with what that holds. */
export interface AnsweredNode extends StoredNode {
  readonly bucket?: BucketSummary;
}

/** What a request finds. */
export interface NodesAnswer {
  readonly nodes: readonly AnsweredNode[];
  readonly gaps: readonly TimeRangeMs[];
  readonly bucketMs: number | null;
  /** Where the next page begins; null at the end. */
  readonly nextMs: number | null;
}

/** Read at a time, which takes some 2 ms. */
export const NODES_AT_ONCE = 500;
