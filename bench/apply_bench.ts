import { join } from "node:path";
import { findOrCreateProjection } from "../projector/open_for_writing.ts";
import { runProjector } from "../projector/run_projector.ts";
import { WriterThread } from "../projector/writer_thread.ts";
import { decodeEvent } from "../shared/events/event.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { ProjectionInUse } from "../shared/projection/projection.ts";
import { readPositions } from "../shared/projection/read_positions.ts";
import { readRecordings } from "../shared/projection/recordings.ts";
import { createBarePositions, insertBarePositions } from "./bare_tables.ts";
import { compare, print, timed } from "./measure.ts";
import { batches, sampleRecords, START_MS } from "./sample_events.ts";

/** From the log to the projection, against inserts without anything else. */
export async function benchApply(folder: string): Promise<void> {
  await benchEvents(folder, { positions: 200_000, samples: 1 });
  await benchEvents(folder, { positions: 1_000_000, samples: 1_000 });
}

async function benchEvents(
  folder: string,
  { positions, samples }: { positions: number; samples: number },
): Promise<void> {
  const source = `sqlite:${join(folder, `apply-${samples}.db`)}`;
  const log = await openEventLog(source);
  for (const batch of batches(sampleRecords(positions, samples), 1_000)) {
    await log.append("terra_topic", batch);
  }
  let round = 0;
  const link = () => join(folder, `projection-of-${samples}-${round}.db`);
  const apply = async () => {
    round++;
    const { path } = await findOrCreateProjection(link(), Date.now());
    const { writer, checkpoints } = await WriterThread.open(path, {
      topics: ["*"],
      onWaiting: (reason) => console.warn(reason),
    });
    const run = await timed("projector", positions, () =>
      runProjector(
        { log, commit: (c) => writer.commit(c), report: console.warn },
        { topics: ["*"], checkpoints, until: "end" },
      ));
    await writer.close();
    return run;
  };
  const title = `Apply, events of ${samples} sample${samples > 1 ? "s" : ""}`;
  print(
    await compare(title, "positions", {
      ours: apply,
      bare: async () => {
        const columns = readBack(link());
        const db = createBarePositions(
          join(folder, `bare-${samples}-${round}.db`),
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
          for await (const r of log.read({ topics: ["*"], until: "end" })) {
            if (r.kind !== "records") continue;
            for (const { value } of r.records) decodeEvent(value);
          }
        }),
    }),
  );
  await log.close();
}

function readBack(link: string) {
  const projections = new ProjectionInUse(link);
  using lease = projections.lease();
  const { projection } = lease;
  const [recordings] = [...readRecordings(projection).values()];
  const columns = readPositions(projection, recordings!, {
    fromMs: START_MS,
    toMs: Date.now() * 2,
    limit: Infinity,
  });
  projections.close();
  return columns;
}
