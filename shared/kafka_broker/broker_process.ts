import { join } from "node:path";
import { javaArguments, type KafkaFiles } from "./java_arguments.ts";

const READY = "Kafka Server started";
const LOOK_MS = 20;
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 30_000;

/**
 * Runs Java so that it ends with us, whatever ends us: this shell reads
 * signals to pass on from a pipe, whose end is that of our process. Ctrl-C
 * reaches us only, and it is we who then stop the broker.
 */
const WITH_US = `
  trap '' INT HUP
  exec 3<&0
  log=$1; shift
  "$@" </dev/null >>"$log" 2>&1 3<&- &
  java=$!
  {
    while read -r signal; do kill -s "$signal" $java; done
    kill $java
  } <&3 3<&- >/dev/null 2>&1 &
  reader=$!
  exec 3<&-
  wait $java
  status=$?
  kill $reader
  exit $status`;

/** A broker that runs. */
export interface BrokerProcess {
  /** Becomes true when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Asks it to stop, and waits; after 30 s, kills it. */
  stop(): Promise<void>;
  /** Kills it by SIGKILL, and waits. */
  kill(): Promise<void>;
}

/**
 * Starts a broker on a formatted folder, and waits until it accepts
 * requests.
 *
 * @param folder Has server.properties, and gets server.log.
 * @param javaOptions For Java itself.
 * @throws {Error} If the broker ends instead or takes a minute, with the
 *   last lines of its log.
 */
export async function runBroker(
  files: KafkaFiles,
  folder: string,
  javaOptions: readonly string[] = [],
): Promise<BrokerProcess> {
  const log = join(folder, "server.log");
  // Empty, lest what an earlier broker said be taken for this one's.
  await Deno.writeTextFile(log, "");
  const child = new Deno.Command("sh", {
    args: [
      "-c",
      WITH_US,
      "sh",
      log,
      "java",
      ...javaOptions,
      ...javaArguments(files, { level: "INFO" }),
      "kafka.Kafka",
      join(folder, "server.properties"),
    ],
    stdin: "piped",
    stdout: "null",
    stderr: "null",
  }).spawn();
  let hasEnded = false;
  const signals = child.stdin.getWriter();
  const ended = child.status.then(async () => {
    hasEnded = true;
    await signals.close().catch(() => {});
  });
  const end = async (signal: "TERM" | "KILL") => {
    if (hasEnded) return;
    // It may end just now; then there is nothing to be done.
    await signals.write(new TextEncoder().encode(`${signal}\n`))
      .catch(() => {});
  };
  const kill = async () => {
    await end("KILL");
    await ended;
  };
  const stop = async () => {
    await end("TERM");
    const late = setTimeout(() => void end("KILL"), STOP_WITHIN_MS);
    await ended;
    clearTimeout(late);
  };
  const deadline = performance.now() + START_WITHIN_MS;
  while (!Deno.readTextFileSync(log).includes(READY)) {
    if (hasEnded || performance.now() > deadline) {
      const state = hasEnded ? "ended" : "late";
      await kill();
      throw new Error(describeFailure(folder, state));
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return { ended, stop, kill };
}

function describeFailure(folder: string, state: "ended" | "late"): string {
  const path = join(folder, "server.log");
  const lines = Deno.readTextFileSync(path).trimEnd().split("\n")
    .filter((line) => !/^\s+(at |\.\.\. )/.test(line));
  const current = state === "ended" ? "it has ended" : "it is not ready yet";
  return `Cannot start Kafka as its broker must get ready within ` +
    `${START_WITHIN_MS / 1000} s: ${current}, and its log ends with\n` +
    `${lines.slice(-12).join("\n")}\n` +
    `All of it is in ${path}. If the settings are right and the records ` +
    `not needed, delete ${folder} and start again.`;
}
