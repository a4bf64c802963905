import { EVENT_LOG_SETTINGS } from "../shared/event_log/open_event_log.ts";
import {
  readSettings,
  type Settings,
  SettingsError,
} from "../shared/settings.ts";
import { findSatellites, type Satellite } from "./satellites.ts";

const NAMES = [
  ...EVENT_LOG_SETTINGS,
  "SATELLITES",
  "TOPIC",
  "STEP",
  "BACKFILL",
  "HOST",
  "STATUS_PORT",
  "LOG_LEVEL",
] as const;

export interface ProducerSettings extends Settings<typeof NAMES[number]> {
  readonly satellites: readonly Satellite[];
}

/**
 * Reads a producer's settings, with the satellites that they name.
 *
 * @throws {SettingsError} If any is wrong, naming every fault: an unknown
 * satellite is told even where another setting cannot be read.
 */
export function readProducerSettings(
  variable?: (name: string) => string | undefined,
): ProducerSettings {
  const faults: string[] = [];
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      faults.push(error.message);
      return null;
    }
  };
  const settings = attempt(() => readSettings(NAMES, variable));
  const words = settings?.SATELLITES ?? readWords(variable);
  const satellites = attempt(() => findSatellites(words));
  if (settings === null || satellites === null) {
    throw new SettingsError(faults.join("\n"));
  }
  return { ...settings, satellites };
}

function readWords(
  variable?: (name: string) => string | undefined,
): readonly string[] {
  try {
    return readSettings(["SATELLITES"], variable).SATELLITES;
  } catch {
    // Already among the faults.
    return [];
  }
}
