import { EVENT_LOG_SETTINGS } from "../shared/event_log/open_event_log.ts";
import { readSettings, type Settings } from "../shared/settings.ts";

const NAMES = [
  ...EVENT_LOG_SETTINGS,
  "PROJECTION",
  "TOPICS",
  "TOPIC_SATELLITES",
  "HOST",
  "STATUS_PORT",
  "LOG_LEVEL",
] as const;

export type ProjectorSettings = Settings<typeof NAMES[number]>;

/**
 * Reads the projector's settings.
 *
 * @throws {SettingsError} If any is wrong, naming every fault.
 */
export function readProjectorSettings(): ProjectorSettings {
  return readSettings(NAMES);
}
