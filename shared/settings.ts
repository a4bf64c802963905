import { z } from "zod";
import { parseDurationMs } from "./duration.ts";
import { environmentVariable } from "./environment.ts";

/**
 * Every setting that a service can have, each with its schema and default; a
 * service picks those that it needs.
 */
export const settingSchemas = {
  EVENT_LOG: z.string().regex(/^(sqlite:|kafka:\/\/)./, {
    error: "must be sqlite: and a path, or kafka:// and a host with its port",
  }).default("sqlite:data/events.db"),
  PROJECTION: z.string().min(1).default("data/projection.db"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.string().default("8050")
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      error: "must be a whole number from 0 to 65535",
    })
    .transform(Number),
  SATELLITES: list("TERRA"),
  TOPIC: z.string().regex(/^[\w.-]{1,249}$/, {
    error: "must be letters, digits, '.', '_' and '-', at most 249",
  }).optional(),
  TOPICS: list("*_topic,element_sets"),
  STEP: duration("1s", { leastMs: 1000, mostMs: 3_600_000 }),
  BACKFILL: duration("24h", { leastMs: 0, mostMs: 31 * 86_400_000 }),
  LOG_LEVEL: z.enum(["debug", "info", "warning", "error"], {
    error: "must be debug, info, warning or error",
  }).default("info"),
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

/**
 * Reads the named settings from the environment's variables, by default
 * those of this process and of `.env`. `SATELLITE` is another name of
 * `SATELLITES`; an empty variable counts as not set.
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
    const alias = name === "SATELLITES" ? variable("SATELLITE") : undefined;
    const text = variable(name) || alias || undefined;
    const parsed = settingSchemas[name].safeParse(text);
    if (parsed.success) settings[name] = parsed.data;
    else {
      faults.push(
        `${name} ${parsed.error.issues[0]!.message}: current value is ${
          JSON.stringify(text)
        }`,
      );
    }
  }
  if (faults.length > 0) {
    throw new SettingsError(`Cannot start as ${faults.join("; and ")}`);
  }
  return settings as Settings<N>;
}

function list(fallback: string) {
  return z.string().default(fallback)
    .transform((text) => text.split(",").map((item) => item.trim()))
    .refine((items) => items.every((item) => item !== ""), {
      error: "must be a list separated by commas, without empty items",
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
