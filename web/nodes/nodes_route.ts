import type { Context } from "hono";
import { bucketMs } from "../../shared/projection/buckets.ts";
import { extentOfNodes } from "../../shared/projection/nodes/read_nodes.ts";
import type {
  Projection,
  ProjectionInUse,
} from "../../shared/projection/projection.ts";
import { pageResponse } from "../page_response.ts";
import { recordingsOf, satelliteNumber } from "../satellite_number.ts";
import { nodeJson, nodesRestJson } from "./node_json.ts";
import type { NodesAnswer } from "./nodes_answer.ts";
import { type NodesRequest, readNodesRequest } from "./nodes_request.ts";
import { readNodesPage } from "./read_nodes_page.ts";
import { readThinnedNodes } from "./read_thinned_nodes.ts";

/** So many are written at a time, which takes some 2 ms. */
const CHUNK = 200;

/**
 * `GET /api/v1/satellites/{norad_id}/nodes`: when and where a satellite crossed
 * the equator, with its local solar time and its revolution; in pages, or
 * thinned to one crossing a bucket by `points`.
 */
export function nodesRoute(projections: ProjectionInUse) {
  return async (c: Context): Promise<Response> => {
    const noradId = satelliteNumber(c);
    const request = readNodesRequest(c.req.url);
    using lease = projections.lease();
    const { projection } = lease;
    recordingsOf(projection, noradId);
    const answer = await read(projection, noradId, request);
    const rest = nodesRestJson(answer);
    return await pageResponse(c, encode(answer.nodes, rest), rest);
  };
}

async function read(
  projection: Projection,
  noradId: number,
  { fromMs, toMs, node, extent }: NodesRequest,
): Promise<NodesAnswer> {
  const known = extentOfNodes(projection, noradId);
  const range = {
    fromMs: fromMs ?? known?.fromMs ?? 0,
    toMs: toMs ?? known?.toMs ?? 0,
  };
  if (range.fromMs >= range.toMs) {
    return { nodes: [], gaps: [], bucketMs: null, nextMs: null };
  }
  const search = { ...range, ...(node && { node }) };
  return extent.kind === "page"
    ? await readNodesPage(projection, noradId, {
      ...search,
      limit: extent.limit,
    })
    : await readThinnedNodes(projection, noradId, {
      ...search,
      bucketMs: bucketMs(range, extent.points),
    });
}

function* encode(
  nodes: NodesAnswer["nodes"],
  rest: ReturnType<typeof nodesRestJson>,
): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let text = '{"nodes":[';
  for (let i = 0; i < nodes.length; i += CHUNK) {
    if (i > 0) text += ",";
    text += nodes.slice(i, i + CHUNK).map((node) =>
      JSON.stringify(nodeJson(node))
    ).join(",");
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(`${text}],${JSON.stringify(rest).slice(1)}`);
}
