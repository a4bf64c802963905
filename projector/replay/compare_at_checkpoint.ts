import type { Projection } from "../../shared/projection/projection.ts";
import { readRevision } from "../../shared/projection/projection.ts";
import { readCheckpoints } from "../../shared/projection/read_checkpoints.ts";
import {
  type CompareOptions,
  compareSuspects,
  findSuspects,
} from "./compare_projections.ts";
import type { HourDifference } from "./hour_difference.ts";
import type { ProjectionBuilder } from "./projection_builder.ts";

/**
 * Brings a projection to the checkpoint of the one in use and compares them
 * there, while that one goes on. All of it would take too long for one
 * reading transaction: so first everything is compared, without one; then
 * only what differed or has changed meanwhile, within a short one, in which
 * the other is brought to that very checkpoint.
 */
export async function compareAtCheckpoint(
  inUse: Projection,
  builder: Pick<ProjectionBuilder, "applyUpTo" | "projection">,
  options: CompareOptions,
): Promise<HourDifference[]> {
  const { signal } = options;
  const projections = { inUse, rebuilt: builder.projection };
  const { db } = inUse;
  const stateNow = db.transaction(() => ({
    revision: readRevision(inUse),
    checkpoints: readCheckpoints(db),
  }));

  const { revision, checkpoints } = stateNow();
  await builder.applyUpTo(checkpoints, signal);
  const suspects = await findSuspects(projections, revision, options);

  db.exec("BEGIN");
  try {
    await builder.applyUpTo(readCheckpoints(db), signal);
    const differing = compareSuspects(projections, suspects, {
      revision,
      signal,
    });
    return await Array.fromAsync(differing);
  } finally {
    db.exec("COMMIT");
  }
}
