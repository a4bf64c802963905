import { openSqliteEventLog } from "../sqlite_event_log.ts";

/**
 * Appends batches until it has appended so many, or is killed, and writes each
 * one's number when the log has acknowledged it. Record texts are
 * `<writer>:<batch>:<index>:<size of the batch>`.
 */
const [path, topic, writer, batches, ...sizes] = Deno.args;
const log = await openSqliteEventLog(path!);
const encoder = new TextEncoder();
for (let n = 0; n < Number(batches); n++) {
  const size = Number(sizes[n % sizes.length]);
  const records = Array.from({ length: size }, (_, i) => ({
    key: null,
    value: encoder.encode(`${writer}:${n}:${i}:${size}`),
    timestampMs: n,
  }));
  await log.append(topic!, records);
  Deno.stdout.writeSync(encoder.encode(`${n}\n`));
}
await log.close();
