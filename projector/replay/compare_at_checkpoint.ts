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

export interface CompareAtCheckpointOptions extends CompareOptions {
  /** Called while both are at that checkpoint, to look at more of them. */
  readonly atCheckpoint?: () => void;
}

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
  options: CompareAtCheckpointOptions,
): Promise<HourDifference[]> {
  const { signal, only, atCheckpoint } = options;
  const projections = { inUse, rebuilt: builder.projection };
  const { db } = inUse;
  const stateNow = db.transaction(() => ({
    revision: readRevision(inUse),
    checkpoints: readCheckpoints(db),
  }));

  const { revision, checkpoints } = stateNow();
  await builder.applyUpTo(checkpoints, signal);
  const suspects = await findSuspects(projections, revision, options);

  // What came meanwhile may be much; only its end is left for the transaction.
  await builder.applyUpTo(readCheckpoints(db), signal);
  db.exec("BEGIN");
  try {
    await builder.applyUpTo(readCheckpoints(db), signal);
    const differing = compareSuspects(projections, suspects, {
      revision,
      signal,
      only,
    });
    const differences = await Array.fromAsync(differing);
    atCheckpoint?.();
    return differences;
  } finally {
    db.exec("COMMIT");
  }
}
