import { fileURLToPath } from "node:url";
import { permissionFlags } from "../../shared/testdata/permission_flags.ts";
import type { TempFolder } from "./temp_folder.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * A process that runs in a folder of its own, and what it has said; killed
 * where a test leaves it running.
 */
export class RunningProcess implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #said: Promise<void>[];
  #hasEnded = false;
  /** All that it wrote so far. */
  said = "";

  constructor(child: Deno.ChildProcess) {
    this.#child = child;
    this.#said = [child.stdout, child.stderr].map(async (stream) => {
      for await (const text of stream.pipeThrough(new TextDecoderStream())) {
        this.said += text;
      }
    });
  }

  kill(signal: Deno.Signal): void {
    this.#child.kill(signal);
  }

  /** Waits for its end; gives the status with which it ended. */
  async ended(): Promise<number> {
    const { code } = await this.#child.status;
    this.#hasEnded = true;
    await Promise.all(this.#said);
    return code;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#hasEnded) this.kill("SIGKILL");
    await this.ended();
  }
}

/** Starts a projector as people do, with `folder` as its working directory. */
export function startProjector(
  folder: TempFolder,
  settings: Readonly<Record<string, string>> = {},
): RunningProcess {
  const args = [...permissionFlags("projector"), `${ROOT}projector/main.ts`];
  return start(folder, args, settings);
}

/** Starts the command that makes a projection anew beside the one in use. */
export function startReplay(
  folder: TempFolder,
  ...args: readonly string[]
): RunningProcess {
  const script = `${ROOT}projector/replay/main.ts`;
  return start(folder, [...permissionFlags("projector"), script, ...args]);
}

/** Starts the command that audits the projection in use. */
export function startVerify(
  folder: TempFolder,
  ...args: readonly string[]
): RunningProcess {
  const script = `${ROOT}projector/verify/main.ts`;
  return start(folder, [...permissionFlags("projector"), script, ...args]);
}

/** Starts the command that lists dead letters or has them applied again. */
export function startDeadLetters(
  folder: TempFolder,
  ...args: readonly string[]
): RunningProcess {
  const script = `${ROOT}projector/dead_letters/main.ts`;
  return start(folder, [...permissionFlags("dead-letters"), script, ...args]);
}

/** Starts `append_events.ts`, which appends until it is ended. */
export function startAppending(
  folder: TempFolder,
  seed: number,
): RunningProcess {
  const script = fileURLToPath(new URL("./append_events.ts", import.meta.url));
  return start(folder, ["-A", script, folder.eventLog, String(seed)]);
}

function start(
  folder: TempFolder,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): RunningProcess {
  const common = ["--quiet", "--no-prompt", "--cached-only"];
  return new RunningProcess(
    new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", `--config=${ROOT}deno.json`, ...common],
        ...args,
      ],
      cwd: folder.path,
      clearEnv: true,
      env: {
        HOME: Deno.env.get("HOME") ?? "",
        DENO_DIR: Deno.env.get("DENO_DIR") ?? "",
        PATH: Deno.env.get("PATH") ?? "",
        NO_COLOR: "1",
        PROJECTION: folder.projection,
        ...settings,
      },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn(),
  );
}
