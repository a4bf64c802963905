import { ProjectionInUse } from "../../shared/projection/projection.ts";
import { readSettings } from "../../shared/settings.ts";
import { exportPositions } from "./export_positions.ts";
import { readExportRequest } from "./export_request.ts";
import { Progress } from "../../shared/progress.ts";

/** The command: writes recorded positions into a file, or to the output. */
try {
  await run(Deno.args);
} catch (error) {
  // Whoever reads the output, such as `head`, may have had enough of it.
  const isEnough = error instanceof Deno.errors.BrokenPipe;
  if (!isEnough) console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}

async function run(args: readonly string[]): Promise<void> {
  const request = readExportRequest(args);
  const { PROJECTION: link } = readSettings(["PROJECTION"]);
  const stop = new AbortController();
  const where = request.out ?? "the standard output";
  const onSignal = () =>
    stop.abort(new Error(`Stopped before all was written to ${where}`));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, onSignal);
  }
  const progress = new Progress(Deno.stderr);
  using lease = new ProjectionInUse(link).lease();
  const positions = await exportPositions(lease.projection, request, {
    signal: stop.signal,
    onProgress: (share, positions) =>
      progress.tell(share, `${positions.toLocaleString("en")} positions`),
    stdout: Deno.stdout,
  }).finally(() => progress.end());
  console.error(
    `Exported ${positions.toLocaleString("en")} positions to ${where}`,
  );
  // The listeners of signals would keep the process.
  Deno.exit();
}
