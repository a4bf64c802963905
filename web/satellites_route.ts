import type { Context } from "hono";
import { newestElementSets } from "../shared/projection/element_sets/newest_element_sets.ts";
import { findSatellites } from "../shared/projection/find_satellites.ts";
import type {
  Projection,
  ProjectionInUse,
} from "../shared/projection/projection.ts";
import { readSatellites } from "../shared/projection/read_satellites.ts";
import { inParts } from "../shared/in_parts.ts";
import type { ExpectedErrorOfSetJson } from "./audit/expected_error_json.ts";
import { readExpectedErrors } from "./audit/read_expected_errors.ts";
import { pageResponse } from "./page_response.ts";
import { elementsOnlyJson, satelliteJson } from "./satellites_json.ts";
import { readSatellitesRequest } from "./satellites_request.ts";

/** Read and written in 3 ms. */
const SATELLITES_A_PIECE = 100;

/**
 * `GET /api/v1/satellites`: those that are known, or those of them that are
 * looked for, and where they are; in order of number, whole or in pages.
 */
export function satellitesRoute(
  projections: ProjectionInUse,
  nowMs: () => number,
) {
  return async (c: Context): Promise<Response> => {
    const request = readSatellitesRequest(c.req.url);
    const { search, limit, fromNoradId, withErrors } = request;
    const timeMs = nowMs();
    // The answer gives back the lease, if it comes to one.
    using held = new DisposableStack();
    const { projection } = held.use(projections.lease());
    const all = findSatellites(projection, search)
      .filter((noradId) => noradId >= fromNoradId);
    const page = { noradIds: all.slice(0, limit), next: all[limit] ?? null };
    const errors = withErrors
      ? await readExpectedErrors(projection, page.noradIds, timeMs)
      : null;
    const pieces = encodeSatellites(projection, { ...page, errors }, timeMs);
    const given = held.move();
    return await pageResponse(c, pieces, {
      next: page.next === null ? null : String(page.next),
      onEnd: () => given.dispose(),
    });
  };
}

type ExpectedErrors = ReadonlyMap<number, ExpectedErrorOfSetJson | null>;

/** Reads and writes some satellites at a time: each is of one moment. */
function* encodeSatellites(
  projection: Projection,
  { noradIds, next, errors }: {
    readonly noradIds: readonly number[];
    readonly next: number | null;
    readonly errors: ExpectedErrors | null;
  },
  nowMs: number,
): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let text = '{"satellites":[';
  for (
    const [i, some] of [...inParts(noradIds, SATELLITES_A_PIECE)].entries()
  ) {
    if (i > 0) {
      yield encoder.encode(text);
      text = ",";
    }
    text += readJson(projection, some, nowMs)
      .map((one) =>
        JSON.stringify(
          errors === null
            ? one
            : { ...one, expected_error: errors.get(one.norad_id) },
        )
      ).join(",");
  }
  yield encoder.encode(`${text}],"next":${next}}`);
}

function readJson(
  projection: Projection,
  noradIds: readonly number[],
  nowMs: number,
) {
  const recorded = new Map(
    readSatellites(projection, noradIds).map((one) => [one.noradId, one]),
  );
  const others = noradIds.filter((noradId) => !recorded.has(noradId));
  const elements = newestElementSets(projection, others);
  return noradIds.map((noradId) => {
    const one = recorded.get(noradId);
    return one === undefined
      ? elementsOnlyJson(elements.get(noradId)!, nowMs)
      : satelliteJson(one, nowMs);
  });
}
