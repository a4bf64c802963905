import { join } from "node:path";
import { ChangeSet } from "../projector/writing/change_set.ts";
import { CheckpointThread } from "../projector/writing/checkpoint_thread.ts";
import { ProjectionWriter } from "../projector/writing/projection_writer.ts";
import type { LogRecord } from "../shared/event_log/event_log.ts";
import {
  type PositionsRecorded,
  positionsRecorded,
} from "../shared/events/positions_recorded.ts";
import { createProjection } from "../shared/projection/schema.ts";
import { HOUR_MS } from "../shared/projection/time_range.ts";
import { addEvent } from "./decoded_events.ts";
import { printTimes, timeOf } from "./measure.ts";
import { samplePosition, START_MS } from "./sample_events.ts";

const SATELLITES = 500;
const FIRST_NORAD_ID = 40_000;

/** Seconds of the hour that are left out at first, and come late. */
const LATE_SECONDS = [700, 1_300, 1_900, 2_500, 3_100];

/**
 * What keeps the thread that writes: sealing an hour that is over, and what
 * comes for one that is sealed. The hours are of real positions, the same for
 * each of the satellites.
 */
export async function benchSealing(folder: string): Promise<void> {
  const path = join(folder, "seal.db");
  const db = createProjection(path, {
    id: "bench",
    createdMs: START_MS,
  });
  const checkpoints = new CheckpointThread(path, console.warn);
  const writer = new ProjectionWriter(db, ["*"]);
  const changes = new ChangeSet();
  let offset = 0;
  const add = (event: PositionsRecorded, satellite: number) => {
    const record: LogRecord = {
      offset: offset++,
      key: null,
      value: null,
      timestampMs: START_MS,
    };
    const norad_id = FIRST_NORAD_ID + satellite;
    addEvent(changes, {
      record,
      event: { ...event, norad_id },
      timeMs: START_MS,
    });
  };
  const commit = (nowMs: number) =>
    timeOf(() => writer.commit(changes.take(), nowMs));

  const onTime = eventOf((second) => !LATE_SECONDS.includes(second));
  const late = LATE_SECONDS.map((wanted) =>
    eventOf((second) => second === wanted)
  );
  for (let i = 0; i < SATELLITES; i++) {
    add(onTime, i);
    commit(START_MS + HOUR_MS - 1);
  }

  const afterwardsMs = START_MS + 2 * HOUR_MS;
  const sealing: number[] = [];
  for (let found = true; found;) {
    const ms = timeOf(() => found = writer.sealNext(afterwardsMs));
    if (found) sealing.push(ms);
  }
  const [alone, ...together] = late;
  const ones = Array.from({ length: SATELLITES }, (_, i) => {
    add(alone!, i);
    return commit(afterwardsMs);
  });
  const ticks = together.map((event) => {
    for (let i = 0; i < SATELLITES; i++) add(event, i);
    return commit(afterwardsMs);
  });
  await checkpoints.close();
  db.close();
  printTimes(
    "Keeping the thread that writes, hours of 3,600 positions",
    {
      "sealNext(), rows to some sealed hours": sealing,
      "a late position into a sealed hour": ones,
      [`a late tick into ${SATELLITES} sealed hours`]: ticks,
    },
    "sealing less than 20 ms at most",
  );
}

/** One event of the seconds of an hour that are wanted. */
function eventOf(isWanted: (second: number) => boolean): PositionsRecorded {
  const seconds = Array.from({ length: 3600 }, (_, i) => i).filter(isWanted);
  return positionsRecorded(
    seconds.map((second) => samplePosition(START_MS + second * 1000, "live")),
  );
}
