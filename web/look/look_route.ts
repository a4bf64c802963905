import type { Context } from "hono";
import { createSite } from "../../tle/look_angles.ts";
import { jsonResponse } from "../json_response.ts";
import type { KnownObserver } from "../observers/known_observer.ts";
import { satelliteNumber } from "../satellite_number.ts";
import { eventStreamResponse } from "../stream/event_stream_response.ts";
import type { StreamDeps } from "../stream/stream_deps.ts";
import { keepMotions } from "./keep_motions.ts";
import { lookJson } from "./look_json.ts";
import { readLookRequest } from "./look_request.ts";
import { readSatelliteMotions } from "./satellite_motions.ts";
import { sendLooks } from "./send_looks.ts";

/** What the route of looks needs. */
export interface LookDeps extends StreamDeps {
  readonly observers: readonly KnownObserver[];
}

/**
 * `GET /api/v1/satellites/{norad_id}/look`: where an observer looks for a
 * satellite, now, at an instant, or as Server-Sent Events once a second.
 */
export function lookRoute(deps: LookDeps) {
  const { projections, nowMs } = deps;
  return async (c: Context): Promise<Response> => {
    const noradId = satelliteNumber(c);
    const { observer, frequencyMhz, elements, isStream, atMs } =
      readLookRequest(c, deps.observers);
    const looker = { observer, site: createSite(observer), frequencyMhz };
    if (!isStream) {
      const timeMs = atMs ?? nowMs();
      using lease = projections.lease();
      const known = await readSatelliteMotions(lease.projection, noradId, {
        range: { fromMs: timeMs, toMs: timeMs + 1 },
        elements,
        usesPositions: true,
        nowMs: nowMs(),
      });
      return jsonResponse(lookJson(known, timeMs, looker));
    }
    const motionsFrom = keepMotions(projections, { noradId, elements });
    const lookAt = async (timeMs: number) =>
      lookJson(await motionsFrom(timeMs), timeMs, looker);
    // What stands against it is an answer, and not an event.
    await lookAt(nowMs());
    return eventStreamResponse(
      c,
      deps,
      (client) => sendLooks(client, lookAt, nowMs),
    );
  };
}
