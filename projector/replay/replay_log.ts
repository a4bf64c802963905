import {
  type Projection,
  projectionOf,
} from "../../shared/projection/projection.ts";
import { readProjectionLink } from "../../shared/projection/projection_link.ts";
import { openSqlite } from "../../shared/sqlite.ts";
import { whyNotUsable } from "../open_for_writing.ts";
import { compareAtCheckpoint } from "./compare_at_checkpoint.ts";
import type { CompareOptions } from "./compare_projections.ts";
import type { HourDifference } from "./hour_difference.ts";
import type { ProjectionBuilder } from "./projection_builder.ts";

/** A projection made from the log, beside the one in use. */
export interface Replayed {
  /** What differs from the one in use; null where there is none to compare. */
  readonly differences: readonly HourDifference[] | null;
}

/**
 * Applies the log to a projection beside the one in use, up to a checkpoint
 * that this one has reached, and compares the two there.
 */
export async function replayLog(
  link: string,
  builder: ProjectionBuilder,
  options: CompareOptions,
): Promise<Replayed> {
  const { signal } = options;
  const inUse = openInUse(link);
  try {
    if (inUse === null) {
      await builder.applyUpTo("end", signal);
      return { differences: null };
    }
    return { differences: await compareAtCheckpoint(inUse, builder, options) };
  } finally {
    inUse?.db.close();
  }
}

/** The projection in use, where there is one of this version. */
function openInUse(link: string): Projection | null {
  const path = readProjectionLink(link);
  if (path === null || whyNotUsable(path) !== null) return null;
  return projectionOf(openSqlite(path, { readonly: true }));
}
