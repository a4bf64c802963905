import type { EventLog } from "../../shared/event_log/event_log.ts";
import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import type { Origin } from "../../shared/events/positions_recorded.ts";
import { permissionFlags } from "../../shared/testdata/permission_flags.ts";
import { type FoundEvent, readEvents, readTicks } from "./temp_log.ts";

const root = new URL("../../", import.meta.url).pathname;

export interface ProducerProcess {
  readonly process: Deno.ChildProcess;
  /** What it said and how it ended, when it has. */
  readonly ended: Promise<{ readonly code: number; readonly said: string }>;
}

/** Starts a producer as people do, with `folder` as its working directory. */
export function startProcess(
  folder: string,
  variables: Readonly<Record<string, string>>,
): ProducerProcess {
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      `--config=${root}deno.json`,
      "--no-prompt",
      "--cached-only",
      ...permissionFlags("producer"),
      `${root}producer/main.ts`,
    ],
    cwd: folder,
    clearEnv: true,
    env: {
      HOME: Deno.env.get("HOME") ?? "",
      DENO_DIR: Deno.env.get("DENO_DIR") ?? "",
      PATH: Deno.env.get("PATH") ?? "",
      ...variables,
    },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const ended = process.output().then(({ code, stdout, stderr }) => ({
    code,
    said: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr),
  }));
  return { process, ended };
}

/** What a log in a folder tells; null where there is none yet. */
async function readLogIn<T>(
  folder: string,
  read: (log: EventLog) => Promise<T>,
): Promise<T | null> {
  try {
    await Deno.stat(`${folder}/data/events.db`);
  } catch {
    return null;
  }
  const log = await openEventLog(`sqlite:${folder}/data/events.db`);
  try {
    return await read(log);
  } finally {
    await log.close();
  }
}

/** The recorded ticks of one satellite, as `readTicks`; none without a log. */
export async function readTicksIn(
  folder: string,
  topic: string,
  noradId: number,
): Promise<Map<number, Origin[]>> {
  return await readLogIn(folder, (log) => readTicks(log, topic, noradId)) ??
    new Map();
}

/** All events of the topics, as `readEvents`; none without a log. */
export async function readEventsIn(
  folder: string,
  topics: readonly string[],
): Promise<FoundEvent[]> {
  return await readLogIn(folder, (log) => readEvents(log, topics)) ?? [];
}

/** Waits until the ticks are as wanted, for ten seconds at most. */
export async function waitForTicks(
  read: () => Promise<Map<number, Origin[]>>,
  isEnough: (ticks: Map<number, Origin[]>) => boolean,
): Promise<Map<number, Origin[]>> {
  const deadlineMs = Date.now() + 10_000;
  for (;;) {
    const ticks = await read();
    if (isEnough(ticks)) return ticks;
    if (Date.now() > deadlineMs) {
      throw new Error(`Not so within 10 s: there are ${ticks.size} ticks`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until something is so, for twenty seconds at most. */
export async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + 20_000;
  while (!await isSo()) {
    if (Date.now() > deadlineMs) throw new Error(`Not so in time: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
