import { holdFolder, prepareFolder } from "./broker_folder.ts";
import { type BrokerProcess, runBroker } from "./broker_process.ts";
import { freePort, isFree } from "./free_port.ts";
import type { Say } from "./jars.ts";
import { prepareKafka } from "./kafka_files.ts";
import { runTool } from "./kafka_tool.ts";
import { makeSecuredListener } from "./secured_listener.ts";

/** Which broker to start. */
export interface BrokerOptions {
  /** Where it keeps records, settings and log; made if it is not there. */
  readonly folder: string;
  /** On 127.0.0.1. */
  readonly port: number;
  /** Further lines of server.properties. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A further listener, which demands TLS, a user and a password. */
  readonly secured?: {
    readonly port: number;
    readonly user: string;
    readonly password: string;
  };
  /** Told what takes long: fetching, and preparing for quicker starts. */
  readonly say?: Say;
  /** Gives up fetching when aborted. */
  readonly signal?: AbortSignal;
}

/** A broker that accepts requests, without passwords. */
export interface Broker extends BrokerProcess {
  readonly bootstrap: string;
  readonly secured?: {
    readonly bootstrap: string;
    /** PEM, of the certificate that clients must trust. */
    readonly caFile: string;
  };
}

/**
 * Starts a Kafka broker, and waits until it accepts requests. Started again
 * on the same folder, it has its records again.
 *
 * @throws {Error} If folder or port are in use, if Kafka cannot be fetched,
 *   or if the broker does not start; with the remedy.
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { folder, port, settings, say = () => {}, signal } = options;
  const files = await prepareKafka(say, signal);
  const held = await holdFolder(folder);
  try {
    checkPort(port);
    const secured = options.secured && await makeSecuredListener(
      folder,
      options.secured,
    );
    if (secured) checkPort(secured.port);
    const controllerPort = freePort();
    await prepareFolder(files, folder, {
      port,
      controllerPort,
      settings,
      secured,
    });
    const process = await runBroker(files, folder);
    process.ended.then(() => held.release());
    return {
      ...process,
      bootstrap: `127.0.0.1:${port}`,
      secured: secured && {
        bootstrap: `127.0.0.1:${secured.port}`,
        caFile: secured.caFile,
      },
    };
  } catch (error) {
    held.release();
    throw error;
  }
}

/**
 * Runs one of Kafka's command-line tools and returns what it printed.
 *
 * @param tool Name of its class below `org.apache.kafka.tools`, as in
 *   `TopicCommand` or `consumer.ConsoleConsumer`, or the whole name.
 * @param options.stdin What the tool reads, as the console producer does.
 * @throws {Error} If the tool fails, with all that it printed.
 */
export async function runKafkaTool(
  tool: string,
  args: string[],
  options: { stdin?: string } = {},
): Promise<string> {
  const files = await prepareKafka(() => {});
  return await runTool(files, { tool, args, ...options });
}

function checkPort(port: number): void {
  if (isFree(port)) return;
  throw new Error(
    `Cannot start Kafka as its port must be free: something listens on ` +
      `127.0.0.1:${port}. Use that, if it is a broker, or stop it first.`,
  );
}
