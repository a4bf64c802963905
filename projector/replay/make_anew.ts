import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import { findOrBeginNext, removeNext } from "../next_projection.ts";
import type { ProjectorSettings } from "../projector_settings.ts";
import { describeDifferences } from "./describe_differences.ts";
import { explainNoRoom } from "./explain_no_room.ts";
import { ProjectionBuilder } from "./projection_builder.ts";
import { replayLog } from "./replay_log.ts";
import type { ReplayMeter } from "./replay_meter.ts";
import type { ReplayRequest } from "./replay_request.ts";
import { switchTo } from "./switch_to.ts";

export interface MakeAnewPorts {
  readonly meter: ReplayMeter;
  readonly say: (message: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Makes a projection of the log beside the one in use, compares the two, and
 * puts it in use if they are alike.
 *
 * @returns What is in use now, for people; null after a dry run.
 * @throws {Error} If they are not alike and that was not accepted, or if it
 * cannot go on; the next run goes on from there.
 */
export async function makeAnew(
  request: ReplayRequest,
  settings: ProjectorSettings,
  { meter, say, signal }: MakeAnewPorts,
): Promise<string | null> {
  const { EVENT_LOG: eventLog, PROJECTION: link } = settings;
  const { path, isBegun } = await findOrBeginNext(link, {
    restart: request.restart,
    nowMs: Date.now(),
  });
  say(
    isBegun
      ? `Going on with ${path}, which was begun before`
      : `Making ${path} from ${eventLog}`,
  );
  const log = await openEventLog(eventLog, settings);
  const builder = await ProjectionBuilder.open(path, {
    log,
    report: say,
    onProgress: (done, inAll) => meter.noteRecords(done, inAll),
    onNoRoom: (reason) => explainNoRoom(reason, { link, path }),
  }, settings);
  try {
    const differences = await replayLog(link, builder, {
      signal,
      topics: await log.describeTopics(settings.TOPICS),
      accept: request.accept || request.dryRun,
      report: say,
      onHour: (hours) => meter.noteHours(hours),
    });
    if (differences !== null) {
      const hours = meter.noteCompared(differences.length);
      if (differences.length > 0) say(describeDifferences(differences));
      else say(`Hours compared with the one in use: ${hours}, all alike`);
    }
    const differing = differences?.length ?? 0;
    if (differing > 0 && !request.accept && !request.dryRun) {
      throw new Error(
        `Cannot put ${path} in use as no hour may differ from the one in ` +
          `use: current number is ${differing}. Run it again with --accept ` +
          "if what the log says is right, or with --restart to make it once " +
          "more",
      );
    }
    if (!request.dryRun) {
      await builder.applyUpTo("end", signal);
      await builder.tidyUp(signal);
    }
  } finally {
    await builder.close();
    await log.close();
  }
  if (!request.dryRun) return await switchTo(link, path);
  await removeNext(link);
  return null;
}
