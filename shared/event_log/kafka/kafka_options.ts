import { readFileSync } from "node:fs";
import { type Settings, SettingsError } from "../../settings.ts";

/** The settings that say how to speak to Kafka, beside where it is. */
export const KAFKA_SETTINGS = [
  "KAFKA_SECURITY_PROTOCOL",
  "KAFKA_SSL_CA_FILE",
  "KAFKA_SASL_MECHANISM",
  "KAFKA_SASL_USERNAME",
  "KAFKA_SASL_PASSWORD",
  "KAFKA_SASL_PASSWORD_FILE",
  "TOPIC_PARTITIONS",
  "TOPIC_REPLICAS",
] as const;

export type KafkaSettings = Settings<(typeof KAFKA_SETTINGS)[number]>;

/** How to speak to a cluster, and how its topics are made. */
export interface KafkaOptions {
  /** `host:port` of some of its brokers, which name the others. */
  readonly servers: readonly string[];
  /** Null for a connection that is not encrypted. */
  readonly ssl: { readonly ca?: string } | null;
  readonly sasl: {
    readonly mechanism: "plain" | "scram-sha-256" | "scram-sha-512";
    readonly username: string;
    readonly password: string;
  } | null;
  /** For topics that are created. */
  readonly partitions: number;
  /** Null for as many as the brokers make by default. */
  readonly replicas: number | null;
}

const DEFAULT_PORT = 9092;

/**
 * Reads how to speak to the cluster at `kafka://host:port,…`.
 *
 * @throws {SettingsError} If the settings do not fit together, or a file that
 * they name cannot be read; it never tells a password.
 */
export function readKafkaOptions(
  eventLog: string,
  settings: KafkaSettings,
): KafkaOptions {
  checkProtocol(settings);
  const hosts = eventLog.slice("kafka://".length).split(",");
  const protocol = settings.KAFKA_SECURITY_PROTOCOL;
  return {
    servers: hosts.map((h) => /:\d+$/.test(h) ? h : `${h}:${DEFAULT_PORT}`),
    ssl: protocol.endsWith("SSL") ? readSsl(settings) : null,
    sasl: protocol.startsWith("SASL") ? readSasl(settings) : null,
    partitions: settings.TOPIC_PARTITIONS,
    replicas: settings.TOPIC_REPLICAS ?? null,
  };
}

/** A password or certificate that is not used is a mistake. */
function checkProtocol(settings: KafkaSettings): void {
  const protocol = settings.KAFKA_SECURITY_PROTOCOL;
  for (const name of KAFKA_SETTINGS) {
    const [, kind] = /^KAFKA_(SASL|SSL)_(?!MECHANISM)/.exec(name) ?? [];
    if (settings[name] === undefined || kind === undefined) continue;
    if (protocol.includes(kind)) continue;
    throw new SettingsError(
      `Cannot start as ${name} requires a KAFKA_SECURITY_PROTOCOL with ` +
        `${kind}: current value is ${protocol}`,
    );
  }
}

function readSsl({ KAFKA_SSL_CA_FILE: path }: KafkaSettings) {
  if (path === undefined) return {};
  return { ca: readNamedFile("KAFKA_SSL_CA_FILE", path) };
}

function readSasl(settings: KafkaSettings): KafkaOptions["sasl"] {
  const {
    KAFKA_SASL_MECHANISM: mechanism,
    KAFKA_SASL_USERNAME: username,
    KAFKA_SASL_PASSWORD: password,
    KAFKA_SASL_PASSWORD_FILE: path,
  } = settings;
  if (username === undefined || (password ?? path) === undefined) {
    throw new SettingsError(
      `Cannot start as KAFKA_SECURITY_PROTOCOL ` +
        `${settings.KAFKA_SECURITY_PROTOCOL} requires a user and a password: ` +
        `set KAFKA_SASL_USERNAME, and KAFKA_SASL_PASSWORD or ` +
        `KAFKA_SASL_PASSWORD_FILE`,
    );
  }
  return {
    mechanism: mechanism.toLowerCase() as "plain",
    username,
    password: password ??
      readNamedFile("KAFKA_SASL_PASSWORD_FILE", path!).trimEnd(),
  };
}

function readNamedFile(name: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new SettingsError(
      `Cannot start as ${name} must be a file that can be read, in data/, ` +
        `secrets/ or /run/secrets/: current value is "${path}"`,
      { cause: error },
    );
  }
}
