import { createBreather } from "../../shared/breathe.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Site } from "../../tle/look_angles.ts";
import {
  findSensorViews,
  type SensorView,
} from "../../tle/sensor/find_sensor_views.ts";
import type { AskedSatellite } from "../passes/asked_satellite.ts";
import {
  type CollectedPasses,
  collectPasses,
  type WantedPass,
} from "../passes/collect_passes.ts";
import type { PassPlace } from "../passes/pass_place.ts";
import { searchFurther } from "../passes/search_further.ts";
import type { ViewsRequest } from "./views_request.ts";

/** A view, and the pass over the site's horizon in which it is. */
export interface FoundView {
  readonly view: SensorView;
  readonly pass: WantedPass;
}

/** Views that a request wants, by time. */
export interface CollectedViews extends Omit<CollectedPasses, "passes"> {
  readonly views: readonly FoundView[];
}

/** All passes over the horizon: which a sensor sees is told by its angle. */
const ALL_PASSES = {
  next: null,
  horizonDeg: 0,
  filter: {
    minElevationDeg: 0,
    minDurationS: null,
    direction: null,
    timeOfDay: null,
    visibleOnly: false,
  },
  limit: Infinity,
  cursor: null,
} as const;

/** Finds the views of a request's page; others run meanwhile. */
export async function collectViews(
  projection: Projection,
  satellites: readonly AskedSatellite[],
  { site, request }: { readonly site: Site; readonly request: ViewsRequest },
): Promise<CollectedViews> {
  const { range, next } = request;
  const collectIn = (range: TimeRangeMs) =>
    collect(projection, satellites, { site, request: { ...request, range } });
  if (next === null) return await collectIn(range);
  const found = await searchFurther(
    range,
    collectIn,
    ({ views }) => views.length >= next,
  );
  return { ...found, views: found.views.slice(0, next), next: null };
}

async function collect(
  projection: Projection,
  satellites: readonly AskedSatellite[],
  { site, request }: { readonly site: Site; readonly request: ViewsRequest },
): Promise<CollectedViews> {
  const { range, sensor, elements, cursor, limit } = request;
  const { passes, ...found } = await collectPasses(projection, satellites, {
    site,
    request: { ...ALL_PASSES, range, elements },
  });
  const breathe = createBreather();
  const views: FoundView[] = [];
  for (const pass of passes) {
    for (
      const view of findSensorViews(pass.found, site, sensor.halfAngleDeg)
    ) {
      const { timeMs } = view;
      if (timeMs < range.fromMs || timeMs >= range.toMs) continue;
      views.push({ view, pass });
    }
    await breathe();
  }
  views.sort((a, b) => compare(placeOf(a), placeOf(b)));
  const page = cursor === null
    ? views
    : views.filter((view) => compare(placeOf(view), cursor) >= 0);
  const following = page[limit];
  return {
    ...found,
    views: page.slice(0, limit),
    next: following === undefined ? null : placeOf(following),
  };
}

function placeOf({ view, pass }: FoundView): PassPlace {
  return { tcaMs: view.timeMs, noradId: pass.satellite.noradId };
}

function compare(a: PassPlace, b: PassPlace): number {
  return a.tcaMs - b.tcaMs || a.noradId - b.noradId;
}
