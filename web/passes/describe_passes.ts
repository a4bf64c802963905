import { createBreather } from "../../shared/breathe.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { Site } from "../../tle/look_angles.ts";
import type { WantedPass } from "./collect_passes.ts";
import { compareLatest } from "./compare_latest.ts";
import { describePass } from "./describe_pass.ts";
import type { PassJson } from "./pass_json.ts";
import { passTrack, requireFewPoints } from "./pass_track.ts";
import type { PassesRequest } from "./passes_request.ts";

/**
 * Describes passes as far as a request asks for it; others run meanwhile.
 *
 * @throws {Problem} 400, if tracks are asked for with too many points.
 */
export async function describePasses(
  projection: Projection,
  passes: readonly WantedPass[],
  { site, request, nowMs }: {
    readonly site: Site;
    readonly request: PassesRequest;
    readonly nowMs: number;
  },
): Promise<PassJson[]> {
  const { track, comparesLatest, horizonDeg, filter } = request;
  const { minElevationDeg } = filter;
  if (track !== null) requireFewPoints(passes.map(({ found }) => found), track);
  const breathe = createBreather();
  const described: PassJson[] = [];
  for (const { found, satellite, id, orbitNumber } of passes) {
    const context = { projection, satellite, site, minElevationDeg, nowMs };
    const { norad_id, name, ...rest } = describePass(found, context);
    const points = [];
    if (track !== null) {
      for (const point of passTrack(found, site, track)) {
        points.push(point);
        await breathe();
      }
    }
    described.push({
      id,
      norad_id,
      name,
      orbit_number: orbitNumber,
      ...rest,
      ...(track && { track: points }),
      // The coming ones rest on the newest elements as it is.
      ...(comparesLatest && {
        latest: found.losMs < nowMs
          ? compareLatest(found, satellite, { site, horizonDeg })
          : null,
      }),
    });
    await breathe();
  }
  return described;
}
