import {
  type EventLog,
  EventLogError,
  type NewRecord,
} from "../shared/event_log/event_log.ts";
import {
  encodeEvent,
  type Event,
  eventTimestampMs,
} from "../shared/events/event.ts";
import { formatDuration } from "../shared/duration.ts";
import type { Clock } from "./clock.ts";
import type { Report } from "./report.ts";

/** A log that takes nothing is told of again after so long, not each tick. */
const REMIND_AFTER_MS = 60_000;

/** What a topic's last appends came to. */
interface Trouble {
  sinceMs: number | null;
  reportedMs: number;
}

export interface PublisherPorts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly report: Report;
}

/** An event with the key that its record gets. */
export interface KeyedEvent {
  readonly key: string;
  readonly event: Event;
}

/** The record that an event is in the log. */
export function toRecord({ key, event }: KeyedEvent): NewRecord {
  return {
    key,
    value: encodeEvent(event),
    timestampMs: eventTimestampMs(event),
  };
}

/** Appends events, and tells people when the log takes none and again does. */
export class Publisher {
  readonly #ports: PublisherPorts;
  readonly #troubles = new Map<string, Trouble>();

  constructor(ports: PublisherPorts) {
    this.#ports = ports;
  }

  /** Appends one event; false if the log cannot take it now. */
  publish(topic: string, key: string, event: Event): Promise<boolean> {
    return this.publishAll(topic, [{ key, event }]);
  }

  /** Appends events at once; false if the log cannot take them now. */
  async publishAll(
    topic: string,
    events: readonly KeyedEvent[],
  ): Promise<boolean> {
    try {
      await this.#ports.log.append(topic, events.map(toRecord));
    } catch (error) {
      if (!(error instanceof EventLogError)) throw error;
      this.#noteFailure(topic, error);
      return false;
    }
    this.#noteSuccess(topic);
    return true;
  }

  #noteFailure(topic: string, error: EventLogError): void {
    const nowMs = this.#ports.clock.nowMs();
    const trouble = this.#troubles.get(topic) ??
      { sinceMs: null, reportedMs: -Infinity };
    this.#troubles.set(topic, trouble);
    trouble.sinceMs ??= nowMs;
    // Also where small events fit on a disk and large ones do not.
    if (nowMs - trouble.reportedMs < REMIND_AFTER_MS) return;
    trouble.reportedMs = nowMs;
    this.#ports.report(`${error.message} Trying again.`, "error");
  }

  #noteSuccess(topic: string): void {
    const trouble = this.#troubles.get(topic);
    if (trouble === undefined || trouble.sinceMs === null) return;
    const { sinceMs, reportedMs } = trouble;
    trouble.sinceMs = null;
    if (reportedMs < sinceMs) return;
    const lasted = formatDuration(this.#ports.clock.nowMs() - sinceMs);
    this.#ports.report(`${topic} takes events again, after ${lasted}`, "info");
  }
}
