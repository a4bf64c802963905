import { fileURLToPath } from "node:url";
import type { History } from "./history.ts";
import type { Received } from "./history_client.ts";
import type { ServerHealth } from "./history_server.ts";
import type { Load, Loaded } from "./http_load.ts";

/** The web app on a history, in a process of its own. */
export interface HistoryServer extends AsyncDisposable {
  readonly url: string;
  /** How it has fared since this was asked before. */
  health(): Promise<ServerHealth>;
}

export async function startHistoryServer(
  { link, plainPath }: History,
): Promise<HistoryServer> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", fileOf("history_server.ts"), link, plainPath],
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  const { value } = await reader.read();
  const port = Number(new TextDecoder().decode(value));
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    health: async () => await (await fetch(`${url}/health`)).json(),
    async [Symbol.asyncDispose]() {
      child.kill();
      await reader.cancel();
      await child.status;
    },
  };
}

/** Has one answer read by a process of its own. */
export async function receive(
  url: string,
  kind: "binary" | "ndjson" | "csv",
): Promise<Received> {
  return await run<Received>("history_client.ts", [url, kind]);
}

/** Has many answers read by a process of its own. */
export async function receiveMany(load: Load): Promise<Loaded> {
  return await run<Loaded>("http_load.ts", [JSON.stringify(load)]);
}

async function run<T>(file: string, args: readonly string[]): Promise<T> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", fileOf(file), ...args],
    stdout: "piped",
    stderr: "inherit",
  }).output();
  if (!success) throw new Error(`Cannot run ${file} to its end`);
  return JSON.parse(new TextDecoder().decode(stdout));
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
