import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import type { Origin } from "../../shared/events/positions_recorded.ts";
import { permissionFlags } from "../../shared/testdata/permission_flags.ts";
import { readTicks } from "./temp_log.ts";

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

/** The recorded ticks of one satellite, as `readTicks`; none without a log. */
export async function readTicksIn(
  folder: string,
  topic: string,
  noradId: number,
): Promise<Map<number, Origin[]>> {
  try {
    await Deno.stat(`${folder}/data/events.db`);
  } catch {
    return new Map();
  }
  const log = await openEventLog(`sqlite:${folder}/data/events.db`);
  try {
    return await readTicks(log, topic, noradId);
  } finally {
    await log.close();
  }
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
