import { z } from "zod";
import { parseDurationMs } from "./duration.ts";
import { environmentVariable } from "./environment.ts";
import { parseNamedPlaces } from "./named_places.ts";
import { parseTopicSatellites } from "./topic_satellites.ts";

const HOST_AND_PORT = String.raw`[\w.-]+(:\d{1,5})?`;
const EVENT_LOG = new RegExp(
  `^(sqlite:.+|kafka://${HOST_AND_PORT}(,${HOST_AND_PORT})*)$`,
);

/**
 * Every setting that a service can have, each with its schema and default; a
 * service picks those that it needs.
 */
export const settingSchemas = {
  EVENT_LOG: z.string().regex(EVENT_LOG, {
    error: "must be sqlite: and a path, or kafka:// and brokers as " +
      "host:port, separated by commas, without a user or password",
  }).default("sqlite:data/events.db"),
  KAFKA_SECURITY_PROTOCOL: choice(
    ["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"],
  ).default("PLAINTEXT"),
  KAFKA_SSL_CA_FILE: z.string().optional(),
  KAFKA_SASL_MECHANISM: choice(
    ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"],
  ).default("PLAIN"),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  KAFKA_SASL_PASSWORD_FILE: z.string().optional(),
  TOPIC_PARTITIONS: count(1000).default(1),
  TOPIC_REPLICAS: count(1000).optional(),
  PROJECTION: z.string().min(1).default("data/projection.db"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port().default(8050),
  STATUS_PORT: port().optional(),
  // Places that observers can be named by, beside the bundled ones.
  OBSERVERS: places(),
  SATELLITES: list("TERRA"),
  // Where a producer's element sets come from; paths beside these two words.
  ELEMENTS: list("bundled"),
  CELESTRAK_URL: z.url({
    protocol: /^https?$/,
    error: "must be an address that begins with http:// or https://",
  }).default("https://celestrak.org/NORAD/elements/gp.php"),
  WATCH_FILE: z.string().min(1).optional(),
  TOPIC: z.string().regex(/^(?!\.{1,2}$)[\w.-]{1,249}$/, {
    error: "must be letters, digits, '.', '_' and '-', at most 249, " +
      "and neither . nor ..",
  }).optional(),
  TOPICS: list("*_topic,all_topic,element_sets"),
  // By default the article's topic whose name tells no satellite.
  TOPIC_SATELLITES: topicSatellites("test_topic:TERRA"),
  STEP: duration("1s", { leastMs: 1000, mostMs: 3_600_000 }),
  BACKFILL: duration("24h", { leastMs: 0, mostMs: 31 * 86_400_000 }),
  LOG_LEVEL: choice(["debug", "info", "warning", "error"]).default("info"),
};

type Schemas = typeof settingSchemas;
export type SettingName = keyof Schemas;
export type Settings<N extends SettingName> = {
  readonly [K in N]: z.infer<Schemas[K]>;
};

/** Settings that are wrong: the message lists all of the faults. */
export class SettingsError extends RangeError {
  override readonly name = "SettingsError";
}

/** Other names: those of the article, whose brokers have no `kafka://`. */
const ALIASES: Partial<Record<SettingName, readonly [string, string]>> = {
  SATELLITES: ["SATELLITE", ""],
  EVENT_LOG: ["BOOTSTRAP_SERVERS", "kafka://"],
};

/**
 * Reads the named settings from the environment's variables, by default
 * those of this process and of `.env`. `SATELLITE` is another name of
 * `SATELLITES`, and `BOOTSTRAP_SERVERS` means a Kafka `EVENT_LOG`; an empty
 * variable counts as not set.
 *
 * @throws {SettingsError} If any is wrong, naming every fault.
 */
export function readSettings<N extends SettingName>(
  names: readonly N[],
  variable: (name: string) => string | undefined = environmentVariable(),
): Settings<N> {
  const faults: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const name of names) {
    const text = variable(name) || readAlias(name, variable);
    const parsed = settingSchemas[name].safeParse(text);
    if (parsed.success) settings[name] = parsed.data;
    else {
      faults.push(
        `${name} ${parsed.error.issues[0]!.message}: current value is ${
          JSON.stringify(withoutSecret(text))
        }`,
      );
    }
  }
  if (faults.length > 0) {
    throw new SettingsError(`Cannot start as ${faults.join("; and ")}`);
  }
  return settings as Settings<N>;
}

function readAlias(
  name: SettingName,
  variable: (name: string) => string | undefined,
): string | undefined {
  const [alias, prefix] = ALIASES[name] ?? [];
  const text = alias === undefined ? undefined : variable(alias);
  return text ? `${prefix}${text}` : undefined;
}

/** People write passwords into addresses, where they are refused. */
function withoutSecret(text: string | undefined): string | undefined {
  return text?.replace(/\/\/.*@/, "//***@");
}

function choice<const T extends readonly string[]>(items: T) {
  const all = `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
  return z.enum(items, { error: `must be ${all}` });
}

function count(most: number) {
  return z.string()
    .refine((text) => /^[1-9]\d{0,5}$/.test(text) && Number(text) <= most, {
      error: `must be a whole number from 1 to ${most}`,
    })
    .transform(Number);
}

function port() {
  return z.string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      error: "must be a whole number from 0 to 65535",
    })
    .transform(Number);
}

function list(fallback: string) {
  return z.string().default(fallback)
    .transform((text) => text.split(",").map((item) => item.trim()))
    .refine((items) => items.every((item) => item !== ""), {
      error: "must be a list separated by commas, without empty items",
    });
}

/** What is said here adds to `always`, or overrules it. */
function topicSatellites(always: string) {
  return z.string().default(always).transform((text, context) => {
    const satellites = parseTopicSatellites(text);
    if (satellites !== null) {
      return new Map([...parseTopicSatellites(always)!, ...satellites]);
    }
    context.addIssue({
      code: "custom",
      message: "must be a list such as test_topic:TERRA,my_topic:25544, each " +
        "topic once, with a well-known name or a catalogue number",
    });
    return z.NEVER;
  });
}

function places() {
  return z.string().default("").transform((text, context) => {
    const places = parseNamedPlaces(text);
    if (places !== null) return places;
    context.addIssue({
      code: "custom",
      message: "must be places such as Home=52.5200,13.4050,34; " +
        "Svalbard=78.2300,15.3900: latitude and longitude in degrees, metres " +
        "above the ellipsoid, from -500 to 9000, each name once",
    });
    return z.NEVER;
  });
}

function duration(
  fallback: string,
  bounds: { readonly leastMs: number; readonly mostMs: number },
) {
  return z.string().default(fallback).transform((text, context) => {
    const ms = parseDurationMs(text);
    if (ms === null || ms < bounds.leastMs || ms > bounds.mostMs) {
      context.addIssue({
        code: "custom",
        message: `must be a duration such as 30s, 10m, 24h or 7d, from ${
          bounds.leastMs / 1000
        }s to ${bounds.mostMs / 1000}s`,
      });
      return z.NEVER;
    }
    return ms;
  });
}
