import type { Context } from "hono";
import type { ProjectionInUse } from "../../shared/projection/projection.ts";
import { bytesResponse } from "../bytes_response.ts";
import { recordingsOf, satelliteNumber } from "../satellite_number.ts";
import { nodeJson, nodesRestJson } from "./node_json.ts";
import { readNodesRequest } from "./nodes_request.ts";
import { type NodesAnswer, readNodesAnswer } from "./read_nodes_answer.ts";

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
    const answer = await readNodesAnswer(projection, noradId, request);
    const headers = new Headers({ "content-type": "application/json" });
    const rest = nodesRestJson(answer);
    if (rest.next !== null) {
      const url = new URL(c.req.url);
      url.searchParams.set("cursor", rest.next);
      headers.set("link", `<${url.pathname}${url.search}>; rel="next"`);
    }
    const response = await bytesResponse(encode(answer), { headers });
    // Hono leaves out the body, and would leave it open.
    if (c.req.method === "HEAD") await response.body?.cancel();
    return response;
  };
}

function* encode(answer: NodesAnswer): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const { nodes } = answer;
  let text = '{"nodes":[';
  for (let i = 0; i < nodes.length; i += CHUNK) {
    if (i > 0) text += ",";
    text += nodes.slice(i, i + CHUNK).map((node) =>
      JSON.stringify(nodeJson(node))
    ).join(",");
    yield encoder.encode(text);
    text = "";
  }
  const rest = JSON.stringify(nodesRestJson(answer));
  yield encoder.encode(`${text}],${rest.slice(1)}`);
}
