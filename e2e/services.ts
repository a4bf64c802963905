import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Where one run of the system keeps its data and serves its page. */
export interface Place {
  readonly folder: string;
  readonly port: number;
  readonly url: string;
  readonly environment: Record<string, string>;
}

/** A process that a test started, and what it has said. */
export interface Service {
  readonly pid: number;
  /** Everything that it wrote, so far. */
  output(): string;
  kill(signal: Deno.Signal): void;
  readonly ended: Promise<Deno.CommandStatus>;
}

/**
 * Makes a place of its own for a test, within `data/`, which is where the
 * services may write.
 */
export async function makePlace(settings: Record<string, string> = {}) {
  const folder = `data/e2e-${crypto.randomUUID().slice(0, 8)}`;
  await Deno.mkdir(new URL(`../${folder}`, import.meta.url), {
    recursive: true,
  });
  const port = freePort();
  const environment = {
    EVENT_LOG: `sqlite:${folder}/events.db`,
    PROJECTION: `${folder}/projection.db`,
    PORT: String(port),
    NO_COLOR: "1",
    ...settings,
  };
  const url = `http://127.0.0.1:${port}`;
  return { folder, port, url, environment } satisfies Place;
}

export async function removePlace({ folder }: Place): Promise<void> {
  await Deno.remove(new URL(`../${folder}`, import.meta.url), {
    recursive: true,
  });
}

/** Runs a task of the project, as its README says, in the given place. */
export function startTask(
  task: string,
  place: Place,
  settings: Record<string, string> = {},
): Service {
  const env = { ...place.environment, ...settings };
  return startCommand(Deno.execPath(), { args: ["task", task], env });
}

/** Runs any other program, with the project as its working directory. */
export function startCommand(
  command: string,
  options: Pick<Deno.CommandOptions, "args" | "env">,
): Service {
  const child = new Deno.Command(command, {
    ...options,
    cwd: ROOT,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let output = "";
  const drain = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      output += text;
    }
  };
  let hasEnded = false;
  child.status.then(() => hasEnded = true);
  const ended = Promise.all([
    child.status,
    drain(child.stdout),
    drain(child.stderr),
  ]).then(([status]) => status);
  return {
    pid: child.pid,
    output: () => output,
    kill: (signal) => {
      if (!hasEnded) child.kill(signal);
    },
    ended,
  };
}

/** Asks a service to stop, if it still runs, and waits for its end. */
export async function stop(service: Service): Promise<Deno.CommandStatus> {
  service.kill("SIGTERM");
  return await service.ended;
}

/**
 * Sends SIGKILL to the service itself: `deno task` runs it as its child.
 */
export async function killHard(service: Service): Promise<void> {
  for (const pid of await childrenOf(service.pid)) Deno.kill(pid, "SIGKILL");
  await service.ended;
}

/** Processes whose parent is `pid`, and theirs. */
async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await new Deno.Command("ps", {
    args: ["-eo", "pid=,ppid="],
  }).output();
  const rows = new TextDecoder().decode(stdout).trim().split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    rows.filter(([, ppid]) => ppid === parent)
      .flatMap(([child]) => [child!, ...below(child!)]);
  return below(pid);
}

/** Waits until a question is answered with yes; fails after a time. */
export async function waitFor(
  what: string,
  question: () => Promise<boolean> | boolean,
  timeoutMs = 20_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown = "no";
  while (performance.now() < deadline) {
    try {
      if (await question()) return;
      last = "no";
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited ${timeoutMs / 1000} s for ${what}: ${last}`);
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
