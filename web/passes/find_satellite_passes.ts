import { createBreather } from "../../shared/breathe.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import {
  DAY_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";
import type { Site } from "../../tle/look_angles.ts";
import { findPasses } from "../../tle/passes/find_passes.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { readMotions, type SourceMotion } from "../motions/read_motions.ts";
import { cutMotion, usableMotions } from "../motions/usable_motions.ts";
import type { AskedSatellite } from "./asked_satellite.ts";
import type { PassesRequest } from "./passes_request.ts";

/** Of satellites without elements; those in low orbits take less. */
const USUAL_PERIOD_MS = 2 * 3_600_000;
/** How much longer than by its elements a revolution may take. */
const PERIOD_MARGIN = 1.1;

/** What to search: a page may begin later than the window that it is of. */
export interface SatelliteSearch
  extends Pick<PassesRequest, "horizonDeg" | "elements"> {
  readonly site: Site;
  readonly window: TimeRangeMs;
  readonly fromMs: number;
}

/** What a search in one satellite's motions gives. */
export interface FoundPasses {
  /** In order; those of the revolution before the search as well. */
  readonly passes: readonly FoundPass<SourceMotion>[];
  /** Whether anything of the window may be answered. */
  readonly isAnswerable: boolean;
  /** Sentences about what cannot be told, or is not as it seems. */
  readonly warnings: readonly string[];
}

/**
 * Finds the passes of one satellite that overlap a search; others run meanwhile.
 * A satellite that stands in the sky for more than a revolution has one pass,
 * which is the window.
 */
export async function findSatellitePasses(
  projection: Projection,
  satellite: AskedSatellite,
  search: SatelliteSearch,
): Promise<FoundPasses> {
  const { site, window, fromMs, horizonDeg, elements } = search;
  const marginMs = revolutionMs(satellite);
  // Passes are numbered within their revolution, from its beginning on.
  const searched = { fromMs: fromMs - marginMs, toMs: window.toMs };
  const reach = {
    fromMs: searched.fromMs - marginMs,
    toMs: searched.toMs + marginMs,
  };
  const read = await readMotions(projection, satellite, reach, elements);
  const { motions, refusals } = usableMotions(
    read.motions,
    window,
    satellite.percentiles,
  );
  const warnings = [
    ...refusals.map((refusal) => `${satellite.name}: ${refusal}`),
    ...read.failures.map(({ message }) => message),
  ];
  const isAnswerable = motions.some((motion) =>
    motion.fromMs < window.toMs && motion.toMs >= window.fromMs
  );
  const passes = await all(motions, site, { ...searched, horizonDeg });
  const standing = passes.find(({ aosMs, losMs }) =>
    aosMs === reach.fromMs || losMs === reach.toMs
  );
  if (standing === undefined) return { passes, isAnswerable, warnings };
  if (fromMs !== window.fromMs) {
    return await findSatellitePasses(projection, satellite, {
      ...search,
      fromMs: window.fromMs,
    });
  }
  const within = motions.flatMap((motion) => {
    const fromMs = Math.max(motion.fromMs, window.fromMs);
    const toMs = Math.min(motion.toMs, window.toMs);
    return fromMs <= toMs ? [cutMotion(motion, { fromMs, toMs })] : [];
  });
  const cut = await all(within, site, { ...window, horizonDeg });
  warnings.push(
    `${satellite.name} is above the horizon for longer than a revolution: ` +
      "where the window begins or ends, its pass does",
  );
  return {
    passes: cut.map((pass) => ({
      ...pass,
      cut: {
        start: pass.cut.start && pass.aosMs !== window.fromMs,
        end: pass.cut.end && pass.losMs !== window.toMs,
      },
    })),
    isAnswerable,
    warnings,
  };
}

async function all(
  motions: readonly SourceMotion[],
  site: Site,
  search: TimeRangeMs & { readonly horizonDeg: number },
): Promise<FoundPass<SourceMotion>[]> {
  const breathe = createBreather();
  const passes: FoundPass<SourceMotion>[] = [];
  for (const pass of findPasses(motions, site, search)) {
    if (pass !== null) passes.push(pass);
    await breathe();
  }
  return passes;
}

/** So long a pass may last at most, but for satellites that stand in the sky. */
function revolutionMs({ newest }: AskedSatellite): number {
  const periodMs = newest === null
    ? USUAL_PERIOD_MS
    : DAY_MS / newest.meanMotion;
  return Math.ceil(periodMs * PERIOD_MARGIN);
}
