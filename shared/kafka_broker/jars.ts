import { createHash } from "node:crypto";
import { join } from "node:path";
import { isThere } from "./is_there.ts";
import { KAFKA_FOLDER, POM_FILE } from "./project_files.ts";

/** Says something to the operator. */
export type Say = (text: string) => void;

/**
 * Returns the folder of Kafka's jars, which is named after what pom.xml
 * holds: another version gets a folder of its own, and what a running broker
 * uses is never touched.
 */
export function jarsFolder(): string {
  const hash = createHash("sha256").update(Deno.readFileSync(POM_FILE));
  return join(KAFKA_FOLDER, "lib", hash.digest("hex").slice(0, 8));
}

/** Tells whether the jars have been fetched. */
export function hasJars(): boolean {
  return isThere(jarsFolder());
}

/**
 * Fetches the jars into a folder by Maven, unless it is there. Where several
 * processes do so at once, each fetches for itself, and one of them wins.
 *
 * @param signal Gives up when aborted.
 * @throws {Error} If Maven is not there or fails, with what it says.
 */
export async function fetchJars(
  folder: string,
  say: Say,
  signal?: AbortSignal,
): Promise<void> {
  if (isThere(folder)) return;
  await Deno.mkdir(join(folder, ".."), { recursive: true });
  const incomplete = `${folder}.${crypto.randomUUID().slice(0, 8)}`;
  try {
    // Offline first: what another project has fetched needs no network.
    const offline = await copyJars(incomplete, ["--offline"], signal);
    if (offline !== undefined) {
      signal?.throwIfAborted();
      say("Fetching Kafka by Maven, about 55 MB, which takes a minute…");
      const failure = await copyJars(incomplete, [], signal);
      if (failure !== undefined) {
        throw new Error(
          "Cannot fetch Kafka as Maven must copy the jars that " +
            `${POM_FILE} names: it says\n${failure}\nSee that Maven ` +
            "reaches its repository, and try again.",
        );
      }
    }
    await Deno.rename(incomplete, folder);
  } catch (error) {
    if (isThere(incomplete)) {
      await Deno.remove(incomplete, { recursive: true });
    }
    if (!isThere(folder)) throw error;
  }
}

/** Returns what Maven says of its failure, or undefined if it succeeds. */
async function copyJars(
  folder: string,
  options: string[],
  signal?: AbortSignal,
): Promise<string | undefined> {
  const command = new Deno.Command("mvn", {
    args: [
      "--batch-mode",
      "--quiet",
      ...options,
      "--file",
      POM_FILE,
      "dependency:copy-dependencies",
      `-DoutputDirectory=${folder}`,
    ],
    stdin: "null",
    signal,
  });
  try {
    const { success, stdout, stderr } = await command.output();
    if (success) return undefined;
    const decoder = new TextDecoder();
    return `${decoder.decode(stdout)}${decoder.decode(stderr)}`.trim();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new Error(
      "Cannot fetch Kafka as Maven must be on the PATH: there is none. " +
        "Install it, for example the package maven, and try again.",
      { cause: error },
    );
  }
}
