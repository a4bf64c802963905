import { type EventLog, EventLogError } from "./event_log.ts";
import { openSqliteEventLog } from "./sqlite_event_log.ts";

/**
 * Opens the event log that a setting names: `sqlite:` and a path.
 *
 * @throws {EventLogError} If the setting names none, or it cannot be opened.
 */
export async function openEventLog(setting: string): Promise<EventLog> {
  if (setting.startsWith("sqlite:")) {
    const path = setting.slice("sqlite:".length);
    if (path !== "") return await openSqliteEventLog(path);
  }
  if (setting.startsWith("kafka://")) {
    throw new EventLogError(
      `Cannot open event log as this version must be able to read its kind: ` +
        `current value is "${setting}", and Kafka is not supported yet. ` +
        `Set EVENT_LOG to sqlite: and a path.`,
    );
  }
  throw new EventLogError(
    `Cannot open event log as EVENT_LOG must be sqlite: and a path, such as ` +
      `sqlite:data/events.db: current value is "${setting}".`,
  );
}
