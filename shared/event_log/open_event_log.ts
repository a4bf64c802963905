import { readSettings } from "../settings.ts";
import { embeddedLogPath } from "./embedded_log_path.ts";
import { type EventLog, EventLogError } from "./event_log.ts";
import {
  KAFKA_SETTINGS,
  type KafkaSettings,
  readKafkaOptions,
} from "./kafka/kafka_options.ts";

/** The settings of whoever opens an event log. */
export const EVENT_LOG_SETTINGS = ["EVENT_LOG", ...KAFKA_SETTINGS] as const;

/**
 * Opens the event log that a setting names: `sqlite:` and a path, or
 * `kafka://` and brokers. Kafka need not be there yet: whoever reads is told,
 * and appending is refused until it is.
 *
 * @throws {EventLogError} If the setting names none, or it cannot be opened.
 * @throws {SettingsError} If Kafka's settings do not fit together.
 */
export async function openEventLog(
  place: string,
  settings: KafkaSettings = readSettings(KAFKA_SETTINGS, () => undefined),
): Promise<EventLog> {
  // Each adapter with its libraries is loaded only where it is used.
  const path = embeddedLogPath(place);
  if (path !== null) {
    const { openSqliteEventLog } = await import("./sqlite/sqlite_event_log.ts");
    return await openSqliteEventLog(path);
  }
  if (place.startsWith("kafka:") && place.length > "kafka://".length) {
    const { openKafkaEventLog } = await import("./kafka/kafka_event_log.ts");
    return openKafkaEventLog(readKafkaOptions(place, settings));
  }
  throw new EventLogError(
    `Cannot open event log as EVENT_LOG must be sqlite: and a path, such as ` +
      `sqlite:data/events.db, or kafka:// and brokers, such as ` +
      `kafka://localhost:9092: current value is "${place}".`,
  );
}
