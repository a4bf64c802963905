import { bundledElementSets } from "../tle/bundled_elements.ts";
import { elementSetId } from "../tle/element_set_id.ts";
import { createOrbit } from "../tle/orbit.ts";
import { encodeEvent } from "../shared/events/event.ts";
import {
  positionsRecorded,
  type RecordedPosition,
} from "../shared/events/positions_recorded.ts";
import type { NewRecord } from "../shared/event_log/event_log.ts";

/** 2026-11-01, a whole hour. */
export const START_MS = Date.UTC(2026, 10, 1);

const [terra] = bundledElementSets;
const orbit = createOrbit(terra!);
const elementSet = elementSetId(terra!);

/** Where TERRA is at a time, as it is recorded. */
export function samplePosition(
  timeMs: number,
  origin: RecordedPosition["origin"],
): RecordedPosition {
  return {
    noradId: terra!.noradId,
    name: "TERRA",
    timeMs,
    ...orbit.positionAt(timeMs),
    elementSetId: elementSet,
    origin,
  };
}

/** Real positions of TERRA, one a second, in events of `samples` each. */
export function* sampleRecords(
  positions: number,
  samples: number,
  startMs = START_MS,
): Generator<NewRecord> {
  const origin = samples === 1 ? "live" : "backfill";
  for (let at = 0; at < positions; at += samples) {
    const event = positionsRecorded(
      Array.from(
        { length: samples },
        (_, i) => samplePosition(startMs + (at + i) * 1000, origin),
      ),
    );
    yield {
      key: String(terra!.noradId),
      value: encodeEvent(event),
      timestampMs: startMs + (at + samples - 1) * 1000,
    };
  }
}

/** Cuts records into the batches that they are appended in. */
export function batches<T>(items: Iterable<T>, size: number): T[][] {
  const all = [...items];
  return Array.from(
    { length: Math.ceil(all.length / size) },
    (_, i) => all.slice(i * size, (i + 1) * size),
  );
}
