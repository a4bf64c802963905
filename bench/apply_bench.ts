import { join } from "node:path";
import { createInUse } from "../projector/testdata/create_in_use.ts";
import { runProjector } from "../projector/run_projector.ts";
import { WriterThread } from "../projector/writing/writer_thread.ts";
import { decodeEvent } from "../shared/events/event.ts";
import { eventSource } from "../shared/events/event_source.ts";
import type { EventLog } from "../shared/event_log/event_log.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { ProjectionInUse } from "../shared/projection/projection.ts";
import { readPositions } from "../shared/projection/read_positions.ts";
import { readRecordings } from "../shared/projection/recordings.ts";
import { createBarePositions, insertBarePositions } from "./bare_tables.ts";
import { compare, print, timed } from "./measure.ts";
import { batches, sampleRecords } from "./sample_events.ts";

/** From the log to the projection, against inserts without anything else. */
export async function benchApply(folder: string): Promise<void> {
  for (const { positions, samples } of EVENTS) {
    const place = `sqlite:${join(folder, `apply-${samples}.db`)}`;
    const log = await openEventLog(place);
    const topic = `samples_${samples}`;
    for (const batch of batches(sampleRecords(positions, samples), 1_000)) {
      await log.append(topic, batch);
    }
    await benchProjector(folder, { log, topic, positions, samples });
    await log.close();
  }
}

const EVENTS = [
  { positions: 200_000, samples: 1 },
  { positions: 1_000_000, samples: 1_000 },
];

export interface BenchedEvents {
  readonly log: EventLog;
  readonly topic: string;
  /** How many it holds in all, and how many an event. */
  readonly positions: number;
  readonly samples: number;
}

/**
 * The whole projector on a topic of TERRA's positions, against inserting them
 * alone, and against reading and decoding them alone.
 */
export async function benchProjector(
  folder: string,
  { log, topic, positions, samples }: BenchedEvents,
): Promise<void> {
  let round = 0;
  const topics = [topic];
  const topicSatellites = new Map();
  const link = () => join(folder, `${topic}-${round}-projection.db`);
  const apply = async () => {
    round++;
    const path = await createInUse(link(), Date.now());
    const { writer, checkpoints } = await WriterThread.open(path, {
      topics,
      topicSatellites,
      notesLateRanges: false,
      onWaiting: (reason) => console.warn(reason),
      onTrouble: console.warn,
    });
    const options = { topics, topicSatellites, checkpoints } as const;
    const run = await timed("replay", positions, () =>
      runProjector(
        { log, commit: (c) => writer.commit(c), report: console.warn },
        { ...options, until: "end" },
      ));
    await writer.close();
    return run;
  };
  const title = `Replay, events of ${samples} sample${samples > 1 ? "s" : ""}`;
  print(
    await compare(title, "positions", {
      ours: apply,
      bare: async () => {
        const columns = readBack(link());
        const db = createBarePositions(
          join(folder, `${topic}-${round}-bare.db`),
        );
        const run = await timed(
          "bare inserts",
          positions,
          () => insertBarePositions(db, columns),
        );
        db.close();
        return run;
      },
    }),
  );
  print(
    await compare(`${title}, against reading and decoding alone`, "positions", {
      ours: apply,
      bare: () =>
        timed("read and decode", positions, async () => {
          for await (const r of log.read({ topics, until: "end" })) {
            if (r.kind !== "records") continue;
            const source = eventSource(r.topic, topicSatellites);
            for (const record of r.records) decodeEvent(record, source);
          }
        }),
    }),
  );
}

function readBack(link: string) {
  const projections = new ProjectionInUse(link);
  using lease = projections.lease();
  const { projection } = lease;
  const [recordings] = [...readRecordings(projection).values()];
  const columns = readPositions(projection, recordings!, {
    fromMs: 0,
    toMs: Date.now() * 2,
    limit: Infinity,
  });
  projections.close();
  return columns;
}
