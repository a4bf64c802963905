import { join } from "node:path";
import { prepareFolder } from "./broker_folder.ts";
import { runBroker } from "./broker_process.ts";
import { freePort } from "./free_port.ts";
import type { Java } from "./java.ts";
import type { Say } from "./jars.ts";

/**
 * Returns the archive of the classes that a broker loads, beside the jars.
 * It is made once for each build of Java, by a broker that starts and stops,
 * in some eight seconds; with it every later one starts in half the time.
 */
export async function makeClassArchive(
  jars: string,
  java: Java,
  say: Say,
): Promise<string> {
  const found = findArchive(jars, java);
  if (found !== undefined) return found;
  say("Preparing Kafka for quicker starts, once, which takes seconds…");
  const folder = await Deno.makeTempDir({ dir: jars, prefix: "archive-" });
  try {
    const ports = { port: freePort(), controllerPort: freePort() };
    await prepareFolder({ jars }, folder, ports);
    const made = join(folder, "classes.jsa");
    const broker = await runBroker({ jars }, folder, [
      `-XX:ArchiveClassesAtExit=${made}`,
    ]);
    await broker.stop();
    await sync(made);
    const { size } = await Deno.stat(made);
    await Deno.rename(made, join(jars, archiveName(java, size)));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  return findArchive(jars, java)!;
}

/** Returns the whole archive of this build of Java, if there is one. */
export function findArchive(jars: string, java: Java): string | undefined {
  for (const { name } of Deno.readDirSync(jars)) {
    const path = join(jars, name);
    if (
      name.endsWith(".jsa") &&
      name === archiveName(java, Deno.statSync(path).size)
    ) return path;
  }
}

/** Tells the size, as Java ignores a foreign archive but crashes on a cut. */
function archiveName({ build }: Java, bytes: number): string {
  return `classes-${build}-${bytes}.jsa`;
}

async function sync(path: string): Promise<void> {
  using file = await Deno.open(path, { read: true });
  await file.sync();
}
