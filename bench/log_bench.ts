import { join } from "node:path";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import type { EventLog, NewRecord } from "../shared/event_log/event_log.ts";
import { openSqlite } from "../shared/sqlite.ts";
import { appendBare, createBareLog, readBare } from "./bare_tables.ts";
import { compare, print, timed } from "./measure.ts";
import { batches, sampleRecords } from "./sample_events.ts";

const EVENTS = 200_000;
const TAIL_APPENDS = 40;

/** Appending and reading, against plain tables with the same durability. */
export async function benchLog(folder: string): Promise<void> {
  const records = batches(sampleRecords(EVENTS, 1), 1_000);
  let round = 0;
  const place = (name: string) => join(folder, `${name}-${round}.db`);

  print(
    await compare("Append, 1,000 events at a time, durably", "events", {
      ours: async () => {
        round++;
        const log = await openEventLog(`sqlite:${place("log")}`);
        const run = await timed(
          "event log",
          EVENTS,
          () => append(log, records),
        );
        await log.close();
        return run;
      },
      bare: async () => {
        const db = createBareLog(place("bare"));
        const run = await timed("bare inserts", EVENTS, () => {
          for (const batch of records) appendBare(db, batch);
        });
        db.close();
        return run;
      },
    }),
  );
  print(
    await compare("Read from the start to the end", "events", {
      ours: async () => {
        const log = await openEventLog(`sqlite:${place("log")}`);
        const run = await timed("event log", EVENTS, () => readAll(log, "end"));
        await log.close();
        return run;
      },
      bare: async () => {
        const db = openSqlite(place("bare"), { readonly: true });
        const run = await timed("bare select", EVENTS, () => readBare(db));
        db.close();
        return run;
      },
    }),
  );
  await benchTail(folder);
}

/** How long an appended event takes to a reader that waits for it. */
async function benchTail(folder: string): Promise<void> {
  const path = `sqlite:${join(folder, "tail.db")}`;
  const [writer, reader] = [await openEventLog(path), await openEventLog(path)];
  const stop = new AbortController();
  const delays: number[] = [];
  let sent = 0;
  let seen = Promise.withResolvers<void>();
  const reading = (async () => {
    const options = {
      topics: ["*"],
      until: "follow",
      signal: stop.signal,
    } as const;
    for await (const result of reader.read(options)) {
      if (result.kind !== "records") continue;
      delays.push(performance.now() - sent);
      seen.resolve();
    }
  })();
  const [record] = sampleRecords(1, 1);
  for (let i = 0; i < TAIL_APPENDS; i++) {
    seen = Promise.withResolvers();
    await new Promise((resolve) => setTimeout(resolve, 7 * (i % 11)));
    sent = performance.now();
    await writer.append("terra_topic", [record!]);
    await seen.promise;
  }
  stop.abort();
  await reading;
  await Promise.all([writer.close(), reader.close()]);
  delays.sort((a, b) => a - b);
  const at = (share: number) =>
    delays[Math.floor(share * (delays.length - 1))]!.toFixed(0);
  console.log(
    `\nFrom append to a reader that follows, two connections\n  median ${
      at(0.5)
    } ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`,
  );
}

async function append(log: EventLog, records: readonly NewRecord[][]) {
  for (const batch of records) await log.append("terra_topic", batch);
}

export async function readAll(log: EventLog, until: "end"): Promise<number> {
  let records = 0;
  for await (const result of log.read({ topics: ["*"], until })) {
    if (result.kind === "records") records += result.records.length;
  }
  return records;
}
