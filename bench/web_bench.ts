import { join } from "node:path";
import { applyBatch } from "../projector/apply_batch.ts";
import { ChangeSet } from "../projector/writing/change_set.ts";
import { openWriter } from "../projector/writing/open_for_writing.ts";
import { createInUse } from "../projector/testdata/create_in_use.ts";
import { ProjectionWriter } from "../projector/writing/projection_writer.ts";
import type { NewRecord } from "../shared/event_log/event_log.ts";
import { createAppOnProjection } from "../web/testdata/app_on_projection.ts";
import { sampleRecords, START_MS } from "./sample_events.ts";
import { benchStream } from "./stream_bench.ts";

const DAY = 86_400;

/** The stream, through the app as a request meets it. */
export async function benchWeb(
  folder: string,
  { clients }: { readonly clients: number },
): Promise<void> {
  const link = join(folder, "web-projection.db");
  const path = await createInUse(link, Date.now());
  const db = openWriter(path);
  const writer = new ProjectionWriter(db, ["*"]);
  let offset = 0;
  const commit = (records: Iterable<NewRecord>) => {
    const changes = new ChangeSet();
    const batch = {
      kind: "records",
      topic: "terra_topic",
      partition: 0,
      records: [...records].map((record) => ({ ...record, offset: offset++ })),
    } as const;
    applyBatch(changes, batch, { nextOffset: 0, topicSatellites: new Map() });
    writer.commit(changes.take(), nowMs);
  };
  let nowMs = START_MS + DAY * 1000;
  commit(sampleRecords(DAY, 3600));
  const benched = createAppOnProjection(link, () => nowMs, { clients });
  const tick = () => {
    nowMs += 1000;
    commit(sampleRecords(1, 1, nowMs));
  };
  await benchStream({ ...benched, tick }, clients);
  benched.projections.close();
  db.close();
}
