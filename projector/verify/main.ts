import { Progress } from "../../shared/progress.ts";
import { ProjectionInUse } from "../../shared/projection/projection.ts";
import { readProjectorSettings } from "../projector_settings.ts";
import { ReplayMeter } from "../replay/replay_meter.ts";
import { describeVerified } from "./describe_verified.ts";
import { HourSample } from "./hour_sample.ts";
import { verifyProjection } from "./verify_projection.ts";
import { verifyReport } from "./verify_report.ts";
import { readVerifyRequest, SEEDS } from "./verify_request.ts";
import { withFreshReading } from "./with_fresh_reading.ts";

/** The command: audits the projection in use, and changes nothing of it. */
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  Deno.addSignalListener(signal, () => stop.abort(new Error("Stopped")));
}
try {
  const anySeed = Math.floor(Math.random() * SEEDS);
  const request = readVerifyRequest(Deno.args, anySeed);
  const settings = readProjectorSettings();
  using lease = new ProjectionInUse(settings.PROJECTION).lease();
  const { projection } = lease;
  const sample = request.sample === null
    ? null
    : HourSample.take(projection, request.sample, request.seed);
  const progress = new Progress(Deno.stderr);
  const meter = new ReplayMeter(progress, { nowMs: Date.now, before: null });
  const verified = await withFreshReading(settings, {
    report: (message) => console.error(message),
    onProgress: (done, inAll) => meter.noteRecords(done, inAll),
    selectRows: sample?.selectRows,
  }, (builder) =>
    verifyProjection(projection, builder, {
      sample,
      signal: stop.signal,
      onCompared: (hours) => meter.noteHours(hours),
      onPositions: (done, inAll) => {
        const said = `${done.toLocaleString("en")} positions propagated`;
        progress.tell(done / inAll, said);
      },
    })).finally(() => progress.end());
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
