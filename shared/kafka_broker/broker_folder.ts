import { join } from "node:path";
import { isThere } from "./is_there.ts";
import type { KafkaFiles } from "./java_arguments.ts";
import { runTool } from "./kafka_tool.ts";
import {
  type BrokerSettings,
  MECHANISMS,
  type SecuredListener,
  serverProperties,
} from "./server_properties.ts";

/** A broker's folder, held against others. */
export interface HeldFolder {
  release(): void;
}

/**
 * Makes a broker's folder and holds it, until released or we end.
 *
 * @throws {Error} If another process holds it.
 */
export async function holdFolder(folder: string): Promise<HeldFolder> {
  await Deno.mkdir(folder, { recursive: true });
  const file = await Deno.open(join(folder, "broker.lock"), {
    create: true,
    write: true,
  });
  if (await file.tryLock(true)) return { release: () => file.close() };
  file.close();
  throw new Error(
    "Cannot start Kafka as its folder must be free: another broker uses " +
      `${folder}. Use that one, or stop it first.`,
  );
}

/** One for all: brokers of one cluster must agree on it. */
const CLUSTER_ID = "Z3JvdW5kdHJhY2stbG9nLQ";

/** Writes server.properties, and formats the folder if it is new. */
export async function prepareFolder(
  files: KafkaFiles,
  folder: string,
  settings: Omit<BrokerSettings, "dataFolder">,
): Promise<void> {
  const dataFolder = join(folder, "records");
  const path = join(folder, "server.properties");
  const properties = serverProperties({ ...settings, dataFolder });
  await Deno.writeTextFile(path, properties);
  // Formatting writes this file last.
  if (isThere(join(dataFolder, "meta.properties"))) return;
  await runTool(files, {
    tool: "kafka.tools.StorageTool",
    args: [
      ...["format", "--config", path],
      ...["--cluster-id", CLUSTER_ID],
      ...settings.secured ? scramUsers(settings.secured) : [],
    ],
  });
}

function scramUsers({ user, password }: SecuredListener): string[] {
  return MECHANISMS.filter((mechanism) => mechanism.startsWith("SCRAM"))
    .flatMap((mechanism) => [
      "--add-scram",
      `${mechanism}=[name=${user},password=${password}]`,
    ]);
}
