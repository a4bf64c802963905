import assert from "node:assert/strict";
import { type ProducerProcess, startProcess } from "./producer_process.ts";

/** Runs a test in a folder of its own; no process outlives it. */
export async function withFolder(
  test: (
    folder: string,
    start: (variables: Record<string, string>) => ProducerProcess,
  ) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const started: ProducerProcess[] = [];
  try {
    await test(folder, (variables) => {
      const producer = startProcess(folder, variables);
      started.push(producer);
      return producer;
    });
  } finally {
    for (const { process, ended } of started) {
      kill(process);
      await ended;
    }
    await Deno.remove(folder, { recursive: true });
  }
}

export function kill(process: Deno.ChildProcess): void {
  try {
    process.kill("SIGKILL");
  } catch {
    // It has ended already, as it should.
  }
}

/** Asks a producer to stop; what it said. */
export async function stop(
  { process, ended }: ProducerProcess,
): Promise<string> {
  process.kill("SIGTERM");
  const { code, said } = await ended;
  assert.equal(code, 0, said);
  return said;
}
