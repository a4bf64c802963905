import type { NewRecord } from "../../shared/event_log/event_log.ts";
import { encodeEvent, eventTimestampMs } from "../../shared/events/event.ts";
import {
  type Origin,
  positionsRecorded,
} from "../../shared/events/positions_recorded.ts";

const START_MS = Date.parse("2026-08-20T00:00:00Z");

/** Some records of one append. */
export function randomRecords(random: (below: number) => number): NewRecord[] {
  const count = random(4) === 0 ? 1 + random(30) : 1 + random(3);
  return Array.from({ length: count }, () => randomRecord(random));
}

/** So many hours of positions, each a record, which take a while to commit. */
export function randomHours(
  random: (below: number) => number,
  count: number,
): NewRecord[] {
  return Array.from({ length: count }, () => randomHour(random, 3600));
}

// Few satellites and hours, so that many claim the same key.
function randomRecord(random: (below: number) => number): NewRecord {
  if (random(20) === 0) {
    const value = new TextEncoder().encode(`garbage ${random(1000)}`);
    return { key: null, value, timestampMs: START_MS };
  }
  return randomHour(random, random(3) === 0 ? 600 : 1 + random(20));
}

function randomHour(
  random: (below: number) => number,
  samples: number,
): NewRecord {
  const noradId = 1 + random(40);
  const firstMs = START_MS + random(24 * 3600) * 1000;
  const origin: Origin = random(2) === 0 ? "live" : "backfill";
  // All on one side of the equator: what follows from each crossing of it would
  // take longer than all that is tested with these.
  const side = random(2) === 0 ? 1 : -1;
  const elementSetId = random(2 ** 20).toString(16).padStart(12, "0");
  const event = positionsRecorded(
    Array.from({ length: samples }, (_, i) => ({
      noradId,
      name: `NAME ${random(1000)}`,
      timeMs: firstMs + i * 1000,
      latitudeDeg: side * random(90_000_000) / 1e6,
      longitudeDeg: random(360_000_000) / 1e6 - 180,
      altitudeKm: random(10_000_000) / 1e4,
      elementSetId,
      origin,
    })),
  );
  return {
    key: String(noradId),
    value: encodeEvent(event),
    timestampMs: eventTimestampMs(event),
  };
}
