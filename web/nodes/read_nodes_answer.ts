import { createBreather } from "../../shared/breathe.ts";
import { bucketMs } from "../../shared/projection/buckets.ts";
import {
  extentOfNodes,
  type NodePlace,
  type NodeSearch,
  readNodePlaces,
  readNodes,
} from "../../shared/projection/nodes/read_nodes.ts";
import type { StoredNode } from "../../shared/projection/nodes/stored_node.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import { meanSolarTimeS } from "../../tle/solar_time.ts";
import { NodeGaps } from "./node_gaps.ts";
import type { NodesRequest } from "./nodes_request.ts";

/** So many are read at a time, which takes some 2 ms. */
const CHUNK = 500;
const DAY_S = 86_400;

/** What a bucket holds beside the crossing that stands for it. */
export interface NodeBucket {
  readonly crossings: number;
  /** Mean local solar time, in seconds of its day; from least to most eastern. */
  readonly leastS: number;
  readonly mostS: number;
}

/** What a request finds. */
export interface NodesAnswer {
  readonly nodes: readonly (StoredNode & { readonly bucket?: NodeBucket })[];
  readonly gaps: readonly TimeRangeMs[];
  readonly bucketMs: number | null;
  /** Where the next page begins; null at the end. */
  readonly nextMs: number | null;
}

/** Reads the crossings of a request, and lets others run meanwhile. */
export async function readNodesAnswer(
  projection: Projection,
  noradId: number,
  request: NodesRequest,
): Promise<NodesAnswer> {
  const known = extentOfNodes(projection, noradId);
  const { node, extent } = request;
  const fromMs = request.fromMs ?? known?.fromMs ?? 0;
  const toMs = request.toMs ?? known?.toMs ?? 0;
  const search = { fromMs, toMs, ...(node && { node }) };
  if (fromMs >= toMs) {
    return { nodes: [], gaps: [], bucketMs: null, nextMs: null };
  }
  return extent.kind === "page"
    ? await readPage(projection, noradId, { ...search, limit: extent.limit })
    : await readThinned(projection, noradId, {
      ...search,
      bucketMs: bucketMs(search, extent.points),
    });
}

async function readPage(
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
      limit: Math.min(CHUNK, limit + 1 - nodes.length),
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

async function readThinned(
  projection: Projection,
  noradId: number,
  { bucketMs, ...search }: NodeSearch & { readonly bucketMs: number },
): Promise<NodesAnswer> {
  const breathe = createBreather();
  const gaps = new NodeGaps(projection, noradId, search);
  const buckets: Bucket[] = [];
  for (let fromMs = search.fromMs;;) {
    const chunk = readNodePlaces(projection, noradId, {
      ...search,
      fromMs,
      limit: CHUNK,
    });
    if (chunk.length === 0) break;
    for (const place of chunk) {
      gaps.add(place);
      const number = Math.floor(place.timeMs / bucketMs);
      let bucket = buckets.at(-1);
      if (bucket?.number !== number) {
        bucket = new Bucket(number, place);
        buckets.push(bucket);
      }
      bucket.add(place);
    }
    fromMs = chunk.at(-1)!.timeMs + 1;
    await breathe();
  }
  gaps.end();
  const nodes: (StoredNode & { readonly bucket: NodeBucket })[] = [];
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

/** The crossings of one part of a range. */
class Bucket {
  readonly number: number;
  readonly first: NodePlace;
  readonly #firstS: number;
  #crossings = 0;
  #least = 0;
  #most = 0;

  constructor(number: number, first: NodePlace) {
    this.number = number;
    this.first = first;
    this.#firstS = solarTimeS(first);
  }

  add(place: NodePlace): void {
    this.#crossings++;
    // From the first one, the short way round: the day ends at midnight.
    const days = (solarTimeS(place) - this.#firstS) / DAY_S;
    const offS = (days - Math.round(days)) * DAY_S;
    if (offS < this.#least) this.#least = offS;
    if (offS > this.#most) this.#most = offS;
  }

  summary(): NodeBucket {
    return {
      crossings: this.#crossings,
      leastS: (this.#firstS + this.#least + DAY_S) % DAY_S,
      mostS: (this.#firstS + this.#most) % DAY_S,
    };
  }
}

function solarTimeS({ timeMs, longitudeE6 }: NodePlace): number {
  return meanSolarTimeS(timeMs, longitudeE6 / 1e6);
}
