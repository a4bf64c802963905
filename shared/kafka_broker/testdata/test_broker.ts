import { join } from "node:path";
import { type Need, testNeeding } from "../../testdata/test_needing.ts";
import { type Broker, startBroker } from "../broker.ts";
import { freePort } from "../free_port.ts";
import { findJava, hasMaven } from "../java.ts";
import { hasJars } from "../jars.ts";

/** What a test with a broker needs of the machine. */
export const KAFKA: Need = {
  what: "Java 17 with Maven, for a Kafka broker",
  isThere: hasJava() && (hasJars() || hasMaven()),
};

/** The user of the secured listener. */
export const USER = "tracker";
export const PASSWORD = "s3cret-p@ss:w/rd";

export interface TestBrokerOptions {
  /** Further lines of server.properties. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether there is a listener for `USER` with `PASSWORD`, by SASL_SSL. */
  readonly secured?: boolean;
}

/** A broker of a test's own, which goes with its folder when disposed of. */
export interface TestBroker extends AsyncDisposable {
  /** As in 127.0.0.1:9092; the same after another start. */
  readonly bootstrap: string;
  readonly secured: Broker["secured"];
  readonly port: number;
  readonly folder: string;
  /** Starts it again, after `stop` or `kill`, with the records it had. */
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts a broker on a free port and in a folder of its own. */
export async function startTestBroker(
  { settings, secured = false }: TestBrokerOptions = {},
): Promise<TestBroker> {
  const place = await Deno.makeTempDir({ prefix: "kafka-" });
  const folder = join(place, "broker");
  const port = freePort();
  const securedPort = freePort();
  const start = () =>
    startBroker({
      folder,
      port,
      settings,
      secured: secured
        ? { port: securedPort, user: USER, password: PASSWORD }
        : undefined,
      say: (text) => console.warn(text),
    });
  let broker = await start();
  return {
    bootstrap: broker.bootstrap,
    secured: broker.secured,
    port,
    folder,
    start: async () => {
      broker = await start();
    },
    stop: () => broker.stop(),
    kill: () => broker.kill(),
    [Symbol.asyncDispose]: async () => {
      await broker.kill();
      await Deno.remove(place, { recursive: true });
    },
  };
}

/**
 * Lets the tests of a file share one broker: it is started before the first
 * of them and disposed of after the last. Call it once, outside of tests;
 * what it returns gives the broker to a test.
 */
export function shareTestBroker(
  options: TestBrokerOptions = {},
): () => TestBroker {
  let broker: TestBroker | undefined;
  if (KAFKA.isThere) {
    Deno.test.beforeAll(async () => {
      broker = await startTestBroker(options);
    });
    Deno.test.afterAll(async () => {
      await broker?.[Symbol.asyncDispose]();
    });
  }
  return () => {
    if (broker) return broker;
    throw new Error("Cannot use the broker as it must be asked for in a test");
  };
}

/** Registers a test that needs a broker: skipped, or failing, without. */
export function kafkaTest(name: string, fn: () => Promise<void>): void {
  testNeeding(KAFKA, { name, fn });
}

function hasJava(): boolean {
  try {
    findJava();
    return true;
  } catch {
    return false;
  }
}
