import { makeClassArchive } from "./class_archive.ts";
import { findJava } from "./java.ts";
import type { KafkaFiles } from "./java_arguments.ts";
import { fetchJars, jarsFolder, type Say } from "./jars.ts";

/**
 * Returns what brokers and tools are run from, and fetches or makes it where
 * it is not there.
 *
 * @param signal Gives up fetching when aborted.
 * @throws {Error} If Java or Maven are not there, too old, or fail.
 */
export async function prepareKafka(
  say: Say,
  signal?: AbortSignal,
): Promise<KafkaFiles> {
  const java = findJava();
  const jars = jarsFolder();
  await fetchJars(jars, say, signal);
  return { jars, archive: await makeClassArchive(jars, java, say) };
}
