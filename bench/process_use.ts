import type { Place } from "../e2e/services.ts";

const TICKS_A_SECOND = 100;

const cpuBefore = new Map<number, { cpuS: number; atMs: number }>();

/**
 * What processes of services use, by the names of their tasks: memory, and
 * how much of a core since they were asked for last.
 */
export async function readProcesses(
  names: readonly string[],
  { folder }: Place,
): Promise<string> {
  const told: string[] = [];
  for await (const { name: entry } of Deno.readDir("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      const environment = await Deno.readTextFile(`/proc/${pid}/environ`);
      if (!environment.includes(folder)) continue;
      const command = await Deno.readTextFile(`/proc/${pid}/cmdline`);
      const name = names.find((name) => command.includes(`${name}/main.ts`));
      if (name !== undefined) told.push(`${name} ${await use(pid)}`);
    } catch {
      // It has ended meanwhile, or is another's.
    }
  }
  return told.sort().join(", ");
}

async function use(pid: number): Promise<string> {
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const cpuS = (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  const memoryMb = Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1000;
  const before = cpuBefore.get(pid) ?? { cpuS: 0, atMs: 0 };
  const atMs = performance.now();
  cpuBefore.set(pid, { cpuS, atMs });
  const share = 100 * (cpuS - before.cpuS) / ((atMs - before.atMs) / 1000);
  return `${share.toFixed(0)} % of a core and ${memoryMb.toFixed(0)} MB`;
}
