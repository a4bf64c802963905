import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import { randomRecords } from "./random_records.ts";
import { createRandom } from "../random.ts";

/**
 * Appends to an event log until it is ended: now a record or two, now an hour
 * of many satellites, with garbage and rivals for one key in between.
 */
const [eventLog, seed] = Deno.args;
const random = createRandom(Number(seed));
const log = await openEventLog(eventLog!);
const stop = new AbortController();
Deno.addSignalListener("SIGTERM", () => stop.abort());
console.log("appending");
while (!stop.signal.aborted) {
  const topic = ["a_topic", "b_topic", "c_topic"][random(3)]!;
  await log.append(topic, randomRecords(random));
  await new Promise((resolve) => setTimeout(resolve, random(120)));
}
await log.close();
Deno.exit(0);
