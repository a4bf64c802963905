import { applyBatch } from "../../projector/apply_batch.ts";
import { createInUse } from "../../projector/testdata/create_in_use.ts";
import { ChangeSet } from "../../projector/writing/change_set.ts";
import { openWriter } from "../../projector/writing/open_for_writing.ts";
import { ProjectionWriter } from "../../projector/writing/projection_writer.ts";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { encodeEvent, type Event } from "../../shared/events/event.ts";
import {
  positionsRecorded,
  type RecordedPosition,
} from "../../shared/events/positions_recorded.ts";
import {
  HOUR_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { createOrbit } from "../../tle/orbit.ts";

const COMMIT_POSITIONS = 50_000;

/** What is recorded of some satellites, by one set of elements each. */
export interface Recorded {
  readonly sets: readonly ElementSet[];
  readonly range: TimeRangeMs;
  readonly stepMs: number;
}

/**
 * Makes a projection of satellites as the projector does: their element sets,
 * and positions in hours of which all are over, so that they are sealed.
 */
export async function recordSatellites(
  link: string,
  { sets, range, stepMs }: Recorded,
): Promise<void> {
  const writtenMs = range.toMs + HOUR_MS;
  const db = openWriter(await createInUse(link, writtenMs));
  const writer = new ProjectionWriter(db, ["*"]);
  const changes = new ChangeSet();
  const offsets = new Map<string, number>();
  const apply = (topic: string, event: Event) => {
    const offset = offsets.get(topic) ?? 0;
    offsets.set(topic, offset + 1);
    const value = encodeEvent(event);
    const records = [{ offset, key: null, value, timestampMs: 0 }];
    applyBatch(changes, { kind: "records", topic, partition: 0, records }, {
      nextOffset: 0,
      topicSatellites: new Map(),
    });
  };
  for (const set of sets) {
    const received = { source: "bench", timeMs: range.fromMs };
    apply("element_sets", elementSetRecorded(set, received));
  }
  for (const set of sets) {
    for (const positions of hoursOf(set, range, stepMs)) {
      apply("passes_topic", positionsRecorded(positions));
      if (changes.positions >= COMMIT_POSITIONS) {
        writer.commit(changes.take(), writtenMs);
      }
    }
  }
  writer.commit(changes.take(), writtenMs);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

function* hoursOf(
  set: ElementSet,
  { fromMs, toMs }: TimeRangeMs,
  stepMs: number,
): Generator<RecordedPosition[]> {
  const orbit = createOrbit(set);
  const satellite = {
    noradId: set.noradId,
    name: set.name ?? String(set.noradId),
    elementSetId: elementSetId(set),
    origin: "backfill",
  } as const;
  for (let hourMs = fromMs; hourMs < toMs; hourMs += HOUR_MS) {
    yield Array.from({ length: HOUR_MS / stepMs }, (_, i) => {
      const timeMs = hourMs + i * stepMs;
      return { ...satellite, timeMs, ...orbit.positionAt(timeMs) };
    });
  }
}
