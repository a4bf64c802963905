import { createBreather } from "../../shared/breathe.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Site } from "../../tle/look_angles.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import type { SourceMotion } from "../motions/read_motions.ts";
import type { AskedSatellite } from "./asked_satellite.ts";
import { findSatellitePasses } from "./find_satellite_passes.ts";
import { isWanted } from "./is_wanted.ts";
import { type NamedPass, namePasses } from "./name_passes.ts";
import type { PassPlace } from "./pass_place.ts";
import type { PassesRequest } from "./passes_request.ts";
import { searchFurther } from "./search_further.ts";

/** Passes that a request wants, by TCA. */
export interface CollectedPasses {
  readonly passes: readonly WantedPass[];
  /** Where the next page begins; null at the end. */
  readonly next: PassPlace | null;
  readonly warnings: readonly string[];
  /** Whether of any satellite anything of the window may be answered. */
  readonly isAnswerable: boolean;
  /** What was searched: of the next so many passes as much as it took. */
  readonly window: TimeRangeMs;
}

/** What of a request says which passes to collect. */
export type PassesToCollect = Pick<
  PassesRequest,
  | "range"
  | "next"
  | "horizonDeg"
  | "filter"
  | "elements"
  | "limit"
  | "cursor"
>;

/** A pass with its satellite. */
export interface WantedPass extends NamedPass {
  readonly satellite: AskedSatellite;
}

/** Finds the passes of a request's page. */
export async function collectPasses(
  projection: Projection,
  satellites: readonly AskedSatellite[],
  { site, request }: {
    readonly site: Site;
    readonly request: PassesToCollect;
  },
): Promise<CollectedPasses> {
  const { range, next } = request;
  const collectIn = (window: TimeRangeMs) =>
    collect(projection, satellites, { site, request, window });
  if (next === null) return await collectIn(range);
  const found = await searchFurther(
    range,
    collectIn,
    // After those beyond the end, others may have their TCA sooner.
    ({ passes, window }) =>
      passes.filter(({ found }) => found.tcaMs < window.toMs).length >= next,
  );
  return { ...found, passes: found.passes.slice(0, next), next: null };
}

async function collect(
  projection: Projection,
  satellites: readonly AskedSatellite[],
  { site, request, window }: {
    readonly site: Site;
    readonly request: PassesToCollect;
    readonly window: TimeRangeMs;
  },
): Promise<CollectedPasses> {
  const { cursor, limit, horizonDeg, elements } = request;
  const breathe = createBreather();
  const fromMs = Math.max(window.fromMs, cursor?.tcaMs ?? -Infinity);
  const passes: WantedPass[] = [];
  const warnings: string[] = [];
  let isAnswerable = false;
  for (const satellite of satellites) {
    const found = await findSatellitePasses(projection, satellite, {
      site,
      window,
      fromMs,
      horizonDeg,
      elements,
    });
    warnings.push(...found.warnings);
    isAnswerable ||= found.isAnswerable;
    const named = await namePasses(projection, satellite.noradId, {
      site,
      horizonDeg,
    }, found.passes);
    for (const pass of named) {
      await breathe();
      const isBefore = pass.found.losMs < window.fromMs ||
        (cursor !== null && precedes(placeOf(satellite, pass), cursor));
      if (isBefore) continue;
      if (isWanted(pass.found, site, request.filter)) {
        passes.push({ ...pass, satellite });
      }
    }
  }
  passes.sort((a, b) =>
    a.found.tcaMs - b.found.tcaMs || a.satellite.noradId - b.satellite.noradId
  );
  const following = passes[limit];
  return {
    passes: passes.slice(0, limit),
    next: following === undefined
      ? null
      : placeOf(following.satellite, following),
    warnings,
    isAnswerable,
    window,
  };
}

function placeOf(
  { noradId }: AskedSatellite,
  { found }: { readonly found: FoundPass<SourceMotion> },
): PassPlace {
  return { tcaMs: found.tcaMs, noradId };
}

/** Whether a pass comes before the one that a page begins with. */
function precedes(place: PassPlace, first: PassPlace): boolean {
  return place.tcaMs < first.tcaMs ||
    (place.tcaMs === first.tcaMs && place.noradId < first.noradId);
}
