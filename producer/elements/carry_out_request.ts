import type { EventLog } from "../../shared/event_log/event_log.ts";
import type { ElementSource } from "../sources/element_source.ts";
import { describeSummaries, summariesJson } from "./describe_summaries.ts";
import type { ElementsRequest, ShowRequest } from "./elements_request.ts";
import { fetchSets } from "./fetch_sets.ts";
import { findSet } from "./find_set.ts";
import { importFile } from "./import_file.ts";
import { readElementSetsTopic } from "./read_element_sets_topic.ts";
import { readRecordedIds } from "./recorded_ids.ts";
import { recordedSets } from "./recorded_sets.ts";
import { summarizeSets } from "./summarize_sets.ts";
import { writeSet } from "./write_set.ts";

export interface RequestPorts {
  readonly log: EventLog;
  readonly celestrak: ElementSource;
  readonly nowMs: () => number;
  /** What was asked for. */
  readonly say: (message: string) => void;
  /** What is not as it should be. */
  readonly warn: (message: string) => void;
  /** How far it is, of all that there is to do. */
  readonly tell: (done: number, inAll: number, what: string) => void;
}

/**
 * Does what the command was asked to do.
 *
 * @returns Whether all is well, as the status tells with which it ends.
 * @throws {EventLogError} If the log cannot be read or appended to now.
 * @throws {RangeError} If a format cannot hold the set that is asked for.
 */
export async function carryOutRequest(
  request: Exclude<ElementsRequest, { readonly action: "help" }>,
  ports: RequestPorts,
): Promise<boolean> {
  const { say, tell } = ports;
  const records = readElementSetsTopic({
    ...ports,
    onProgress: (done, inAll) => tell(done, inAll, "records of the log read"),
  });
  switch (request.action) {
    case "import":
    case "fetch": {
      const recordedIds = await readRecordedIds(records);
      const onProgress = (done: number, inAll: number) =>
        tell(done, inAll, "element sets looked at");
      const add = { ...ports, recordedIds, onProgress };
      const results: boolean[] = [];
      if (request.action === "import") {
        for (const path of request.paths) {
          results.push(await importFile(path, add));
        }
      } else {
        for (const word of request.words) {
          results.push(await fetchSets(word, ports.celestrak, add));
        }
      }
      return results.every((isGood) => isGood);
    }
    case "list": {
      const { noradId, json } = request;
      const summaries = await summarizeSets(recordedSets(records), noradId);
      say(json ? summariesJson(summaries) : describeSummaries(summaries));
      return true;
    }
    case "show":
      return await show(request, ports, records);
    default:
      return request satisfies never;
  }
}

async function show(
  { which, format }: ShowRequest,
  { say, warn }: RequestPorts,
  records: ReturnType<typeof readElementSetsTopic>,
): Promise<boolean> {
  const event = await findSet(recordedSets(records), which);
  if (event !== null) {
    say(writeSet(event, format));
    return true;
  }
  warn(
    `Cannot show ${"id" in which ? which.id : which.noradId} as the log must ` +
      "hold such an element set: there is none. `deno task elements list` " +
      "tells what there is",
  );
  return false;
}
