import type { TopicDescription } from "../../shared/event_log/event_log.ts";
import {
  type Projection,
  projectionOf,
} from "../../shared/projection/projection.ts";
import { readProjectionLink } from "../../shared/projection/projection_link.ts";
import { openSqlite, sqliteErrorCode } from "../../shared/sqlite.ts";
import { whyNotUsable } from "../writing/open_for_writing.ts";
import type { Report } from "../report.ts";
import { compareAtCheckpoint } from "./compare_at_checkpoint.ts";
import type { CompareOptions } from "./compare_projections.ts";
import type { HourDifference } from "./hour_difference.ts";
import { describeLostHours, findLostHours } from "./lost_hours.ts";
import type { ProjectionBuilder } from "./projection_builder.ts";
import { waitUntilReached } from "./wait_until_reached.ts";

/**
 * Applies the log to a projection beside the one in use, up to a checkpoint
 * that this one has reached, and compares the two there.
 *
 * @returns What differs; null where there is none to compare with.
 * @throws {Error} Before anything is applied, if the log does not reach back
 * to all that is in use.
 */
export async function replayLog(
  link: string,
  builder: ProjectionBuilder,
  options: CompareOptions & {
    readonly topics: readonly TopicDescription[];
    /** Go on also where the log does not reach back to all that is in use. */
    readonly accept: boolean;
    readonly report: Report;
  },
): Promise<readonly HourDifference[] | null> {
  const { signal, topics, accept, report } = options;
  let inUse: Projection | null = null;
  try {
    inUse = openInUse(link);
    if (inUse === null) {
      report("There is none in use to compare it with", "info");
      await builder.applyUpTo("end", signal);
      return null;
    }
    const lost = accept ? [] : await findLostHours(inUse, topics, signal);
    if (lost.length > 0) throw new Error(describeLostHours(lost));
    const dbs = { inUse: inUse.db, begun: builder.projection.db };
    await waitUntilReached(dbs, { report, signal });
    return await compareAtCheckpoint(inUse, builder, options);
  } catch (error) {
    if (!sqliteErrorCode(error)?.startsWith("SQLITE_CORRUPT")) throw error;
    const said = `Cannot compare with ${readProjectionLink(link)} as it must ` +
      `be whole: ${(error as Error).message}. `;
    if (!accept) throw new Error(`${said}Run it again with --accept`);
    report(`${said}It is not compared`, "warning");
    await builder.applyUpTo("end", signal);
    return null;
  } finally {
    inUse?.db.close();
  }
}

/** The projection in use, where there is one of this version. */
function openInUse(link: string): Projection | null {
  const path = readProjectionLink(link);
  if (path === null || whyNotUsable(path) !== null) return null;
  const db = openSqlite(path, { readonly: true });
  try {
    return projectionOf(db);
  } catch (error) {
    db.close();
    throw error;
  }
}
