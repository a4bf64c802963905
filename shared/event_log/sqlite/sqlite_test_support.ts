import type { LogUnderTest } from "../contract/contract_support.ts";
import type { EventLog } from "../event_log.ts";
import { openSqliteEventLog } from "./sqlite_event_log.ts";

/** A folder for one test, removed after it. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
  /** The path of an event log in it, not made yet. */
  readonly logPath: string;
}

export async function makeTemporaryFolder(): Promise<TemporaryFolder> {
  const folder = await Deno.makeTempDir({ prefix: "event_log_" });
  return {
    path: folder,
    logPath: `${folder}/data/events.db`,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** A clock on which everything was long ago when it is looked at again. */
export function createHastyClock(): () => number {
  let nowMs = Date.UTC(2026, 0, 1);
  return () => nowMs += 100_000_000;
}

export async function prepareSqliteLog(): Promise<LogUnderTest> {
  const folder = await makeTemporaryFolder();
  const nowMs = createHastyClock();
  return {
    prefix: "",
    open: () => openSqliteEventLog(folder.logPath, { nowMs }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

export async function tidyUp(log: EventLog): Promise<void> {
  while (await log.tidy());
}

/** Starts a script of `testdata/` as a process of its own. */
export function startScript(
  name: string,
  args: readonly string[],
): Deno.ChildProcess {
  const script = new URL(`./testdata/${name}`, import.meta.url).href;
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", script, ...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

/** The lines that a process writes. */
export function readLines(child: Deno.ChildProcess): ReadableStream<string> {
  let rest = "";
  return child.stdout
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(
      new TransformStream<string, string>({
        transform(chunk, controller) {
          const lines = (rest + chunk).split("\n");
          rest = lines.pop()!;
          for (const line of lines) controller.enqueue(line);
        },
      }),
    );
}
