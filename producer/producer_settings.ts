import { EVENT_LOG_SETTINGS } from "../shared/event_log/open_event_log.ts";
import {
  readSettings,
  type Settings,
  SettingsError,
} from "../shared/settings.ts";
import {
  findSatellites,
  type FoundSatellites,
} from "./intake/find_satellites.ts";
import { groupTopic } from "./group_topic.ts";
import type { ElementSource } from "./sources/element_source.ts";
import { openSources } from "./sources/open_sources.ts";

const ELEMENT_SETTINGS = ["SATELLITES", "ELEMENTS", "CELESTRAK_URL"] as const;

const NAMES = [
  ...EVENT_LOG_SETTINGS,
  ...ELEMENT_SETTINGS,
  "WATCH_FILE",
  "TOPIC",
  "STEP",
  "BACKFILL",
  "HOST",
  "STATUS_PORT",
  "LOG_LEVEL",
] as const;

export interface ProducerSettings extends Settings<typeof NAMES[number]> {
  readonly source: ElementSource;
  readonly found: FoundSatellites;
  /** Where all of them go; undefined where each has a topic of its own. */
  readonly topic: string | undefined;
}

export interface ReadOptions {
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  readonly variable?: (name: string) => string | undefined;
}

/**
 * Reads a producer's settings, and finds the satellites that they name.
 *
 * @throws {SettingsError} If any is wrong, naming every fault: an unknown
 * satellite is told even where another setting cannot be read.
 */
export async function readProducerSettings(
  { nowMs, signal, variable }: ReadOptions,
): Promise<ProducerSettings> {
  const faults: string[] = [];
  const attempt = async <T>(read: () => T): Promise<Awaited<T> | null> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      faults.push(error.message);
      return null;
    }
  };
  const settings = await attempt(() => readSettings(NAMES, variable));
  const ofElements = settings ?? readElementSettings(variable);
  const source = ofElements && openSources(ofElements, { nowMs });
  const found = ofElements && source &&
    await attempt(() =>
      findSatellites(ofElements.SATELLITES, source, { nowMs, signal })
    );
  if (settings === null || source === null || found === null) {
    throw new SettingsError(faults.join("\n"));
  }
  const topic = settings.TOPIC ?? groupTopic(found);
  return { ...settings, source, found, topic };
}

function readElementSettings(
  variable?: (name: string) => string | undefined,
): Settings<typeof ELEMENT_SETTINGS[number]> | null {
  try {
    return readSettings(ELEMENT_SETTINGS, variable);
  } catch {
    // Already among the faults.
    return null;
  }
}
