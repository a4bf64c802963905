import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import { Progress } from "../../shared/progress.ts";
import { readProjectorSettings } from "../projector_settings.ts";
import { describeDifferences } from "./describe_differences.ts";
import { explainNoRoom } from "./explain_no_room.ts";
import { findOrBeginNext, removeNext } from "../next_projection.ts";
import { ProjectionBuilder } from "./projection_builder.ts";
import { lockReplay } from "../replay_lock.ts";
import { replayLog } from "./replay_log.ts";
import { ReplayMeter } from "./replay_meter.ts";
import { readReplayRequest, type ReplayRequest } from "./replay_request.ts";
import { rollBack } from "./roll_back.ts";
import { switchTo } from "./switch_to.ts";

/** The command: makes the projection anew from the log, beside the one in use. */
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => stop.abort(new Error("Stopped")));
}
try {
  const request = readReplayRequest(Deno.args);
  const { PROJECTION: link } = readProjectorSettings();
  const lock = await lockReplay(link, "replay");
  if (request.rollback) console.log(await rollBack(link));
  else await replay(request);
  if (request.dryRun) await removeNext(link);
  lock.release();
  Deno.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}

async function replay(request: ReplayRequest): Promise<void> {
  const settings = readProjectorSettings();
  const { EVENT_LOG: eventLog, PROJECTION: link } = settings;
  const { signal } = stop;
  const say = (message: string) => console.error(message);
  const { path, isBegun } = await findOrBeginNext(link, {
    restart: request.restart,
    nowMs: Date.now(),
  });
  say(
    isBegun
      ? `Going on with ${path}, which was begun before`
      : `Making ${path} from ${eventLog}`,
  );
  const meter = new ReplayMeter(
    new Progress(Deno.stderr),
    () => performance.now(),
  );
  const log = await openEventLog(eventLog, settings);
  const builder = await ProjectionBuilder.open(path, {
    log,
    report: say,
    onProgress: (done, inAll) => meter.tellRecords(done, inAll),
    onNoRoom: (reason) => explainNoRoom(reason, { link, path }),
  }, settings);
  try {
    const { differences } = await replayLog(link, builder, {
      signal,
      topics: await log.describeTopics(settings.TOPICS),
      accept: request.accept || request.dryRun,
      onHour: (hours) => meter.tellHours(hours),
    }).finally(() => meter.end());
    if (differences === null) say("There is none in use to compare it with");
    else if (differences.length === 0) {
      say(`Hours compared with the one in use: ${meter.hours}, all alike`);
    } else say(describeDifferences(differences));
    if (request.dryRun) return;
    if (differences !== null && differences.length > 0 && !request.accept) {
      throw new Error(
        `Cannot put ${path} in use as no hour may differ from the one in ` +
          `use: current number is ${differences.length}. Run it again with ` +
          "--accept if what the log says is right, or with --restart to " +
          "make it once more",
      );
    }
    await builder.applyUpTo("end", signal);
  } finally {
    await builder.close();
    await log.close();
  }
  console.log(await switchTo(link, path));
}
