import { Progress } from "../../shared/progress.ts";
import {
  readReplayStatus,
  replayStatusPath,
} from "../../shared/status/status_file.ts";
import { controlPath } from "../requests/control.ts";
import { readProjectorSettings } from "../projector_settings.ts";
import { lockReplay } from "../replay_lock.ts";
import { makeAnew } from "./make_anew.ts";
import { publishReplay } from "./publish_replay.ts";
import { ReplayMeter } from "./replay_meter.ts";
import { readReplayRequest, type ReplayRequest } from "./replay_request.ts";
import { rollBack } from "./roll_back.ts";
import { takeBackRequests } from "./take_back_requests.ts";

/** The command: makes the projection anew from the log, beside the one in use. */
try {
  const request = readReplayRequest(Deno.args);
  const settings = readProjectorSettings();
  const { PROJECTION: link } = settings;
  const lock = await lockReplay(link);
  await takeBackRequests(controlPath(link));
  const done = request.rollback
    ? await rollBack(link)
    : await replay(request, settings);
  if (done !== null) console.log(done);
  lock.release();
  // The listeners of signals would keep the process.
  Deno.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}

async function replay(
  request: ReplayRequest,
  settings: ReturnType<typeof readProjectorSettings>,
): Promise<string | null> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () =>
      stop.abort(
        new Error("Stopped: the next replay goes on from here"),
      ));
  }
  const path = replayStatusPath(settings.PROJECTION);
  const meter = new ReplayMeter(new Progress(Deno.stderr), {
    nowMs: Date.now,
    before: await readReplayStatus(path),
  });
  const stopPublishing = publishReplay(path, meter);
  const say = (message: string) => console.error(message);
  const ports = { meter, say, signal: stop.signal };
  try {
    const done = await makeAnew(request, settings, ports);
    meter.noteEnd(null);
    return done;
  } catch (error) {
    meter.noteEnd(error instanceof Error ? error.message : String(error));
    throw error;
  } finally {
    await stopPublishing();
  }
}
