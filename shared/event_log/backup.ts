import { Progress } from "../progress.ts";
import { readSettings } from "../settings.ts";
import { formatBytes } from "../status/format_bytes.ts";
import { embeddedLogPath } from "./embedded_log_path.ts";
import { backUpLog } from "./sqlite/back_up_log.ts";

/** The command: copies the embedded event log while the services run. */
try {
  console.log(await run(Deno.args));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}

async function run(args: readonly string[]): Promise<string> {
  const [to] = args;
  if (args.length !== 1 || to === undefined || /^(-.*|.*\/)?$/s.test(to)) {
    throw new Error(
      "Cannot back up the event log as the one argument must be the copy's " +
        "file, as in deno task backup /mnt/backups/events.db: " +
        `current value is ${JSON.stringify(args.join(" "))}`,
    );
  }
  const { EVENT_LOG: place } = readSettings(["EVENT_LOG"]);
  const from = embeddedLogPath(place);
  if (from === null) {
    throw new Error(
      "Cannot back up the event log as EVENT_LOG must be an embedded one: " +
        `current value is "${place}". Kafka is copied by its own tools, such ` +
        "as MirrorMaker, or by more replicas.",
    );
  }
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => stop.abort());
  }
  const progress = new Progress(Deno.stderr);
  const { topics, records, bytes } = await backUpLog(from, to, {
    signal: stop.signal,
    onProgress: (copied, expected) => {
      if (expected === 0) return;
      const said = `${formatBytes(copied)} of about ${formatBytes(expected)}`;
      progress.tell(Math.min(0.99, copied / expected), said);
    },
  }).finally(() => progress.end());
  return `Copied ${from} to ${to}, as it was when this began. Topics: ` +
    `${topics}, records: ${records.toLocaleString("en")}, size: ` +
    `${formatBytes(bytes)}.\n` +
    `To go back to it: stop all services; move ${from}, ${from}-wal and ` +
    `${from}-shm away; copy ${to} to ${from}; start the services. ` +
    `A projection that has read on since then stops and says so: it has to ` +
    `be made again, by deleting it.`;
}
