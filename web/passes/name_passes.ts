import { createBreather } from "../../shared/breathe.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { Site } from "../../tle/look_angles.ts";
import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { motionAt } from "../../tle/passes/motion_at.ts";
import { PassIds } from "../../tle/passes/pass_id.ts";
import type { SourceMotion } from "../motions/read_motions.ts";
import { RevolutionCounter } from "./revolution_counter.ts";

/** A pass with its name among all passes of its satellite. */
export interface NamedPass {
  readonly found: FoundPass<SourceMotion>;
  readonly id: string;
  /** Null where it cannot be told with certainty. */
  readonly orbitNumber: number | null;
}

/**
 * Names the passes of one satellite over a site; others run meanwhile.
 *
 * @param passes In order, from one revolution before the first that matters.
 */
export async function namePasses(
  projection: Projection,
  noradId: number,
  where: { readonly site: Site; readonly horizonDeg: number },
  passes: readonly FoundPass<SourceMotion>[],
): Promise<NamedPass[]> {
  const counter = new RevolutionCounter(projection, noradId, where);
  const ids = new PassIds(noradId, where.site.observer);
  const breathe = createBreather();
  const named: NamedPass[] = [];
  for (const found of passes) {
    const { tcaMs, motions } = found;
    const state = motionAt(motions, tcaMs).stateAt(tcaMs);
    const { orbitNumber, revolution } = counter.of({ tcaMs, state });
    named.push({ found, id: ids.next(revolution), orbitNumber });
    await breathe();
  }
  return named;
}
