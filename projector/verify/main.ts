import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import { Progress } from "../../shared/progress.ts";
import {
  type Projection,
  ProjectionInUse,
} from "../../shared/projection/projection.ts";
import { readProjectorSettings } from "../projector_settings.ts";
import { ProjectionBuilder } from "../replay/projection_builder.ts";
import { ReplayMeter } from "../replay/replay_meter.ts";
import { describeVerified } from "./describe_verified.ts";
import { HourSample } from "./hour_sample.ts";
import { createScratch } from "./scratch_projection.ts";
import { type Verified, verifyProjection } from "./verify_projection.ts";
import { verifyReport } from "./verify_report.ts";
import { readVerifyRequest, SEEDS } from "./verify_request.ts";

/** The command: audits the projection in use, and changes nothing of it. */
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  Deno.addSignalListener(signal, () => stop.abort(new Error("Stopped")));
}
try {
  const anySeed = Math.floor(Math.random() * SEEDS);
  const request = readVerifyRequest(Deno.args, anySeed);
  const { PROJECTION: link } = readProjectorSettings();
  using lease = new ProjectionInUse(link).lease();
  const { projection } = lease;
  const sample = request.sample === null
    ? null
    : HourSample.take(projection, request.sample, request.seed);
  const verified = await verify(projection, sample);
  const seed = sample && request.seed;
  const subject = { path: projection.db.name, seed };
  console.log(
    request.json
      ? JSON.stringify(verifyReport(subject, verified))
      : describeVerified(subject, verified),
  );
  Deno.exit(verified.faults.length === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}

async function verify(
  inUse: Projection,
  sample: HourSample | null,
): Promise<Verified> {
  const settings = readProjectorSettings();
  const { EVENT_LOG: eventLog, PROJECTION: link } = settings;
  const { signal } = stop;
  await using scratch = await createScratch(link, Date.now());
  const progress = new Progress(Deno.stderr);
  const meter = new ReplayMeter(progress, () => performance.now());
  const log = await openEventLog(eventLog, settings);
  const builder = await ProjectionBuilder.open(scratch.path, {
    log,
    report: (message) => console.error(message),
    onProgress: (done, inAll) => meter.tellRecords(done, inAll),
    selectRows: sample?.selectRows,
    onNoRoom: (reason) => explainNoRoom(reason),
  }, settings);
  try {
    return await verifyProjection(inUse, builder, {
      sample,
      signal,
      onCompared: (hours) => meter.tellHours(hours),
      onPositions: (done, inAll) =>
        progress.tell(
          done / inAll,
          `${done.toLocaleString("en")} positions propagated`,
        ),
    });
  } finally {
    progress.end();
    await builder.close();
    await log.close();
  }
}

function explainNoRoom(reason: string): Error {
  return new Error(
    "Cannot verify as there must be room for a second projection beside the " +
      `one in use: ${reason}. Make room, or verify less, as with --sample 100`,
  );
}
