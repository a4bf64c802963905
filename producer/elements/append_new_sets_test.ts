import assert from "node:assert/strict";
import { EventLogError } from "../../shared/event_log/event_log.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import type { SourcedSet } from "../sources/element_source.ts";
import { withTempLog } from "../testdata/temp_log.ts";
import { appendNewSets } from "./append_new_sets.ts";
import { readElementSetsTopic } from "./read_element_sets_topic.ts";
import { readRecordedIds } from "./recorded_ids.ts";
import { recordedSets } from "./recorded_sets.ts";

const terra = findBundled("TERRA")!;
const onProgress = () => {};
const warn = () => {};

const sourced = (set: ElementSet): SourcedSet => ({
  set,
  source: "test",
  receivedMs: 1_787_356_800_000,
});

/** So many different sets, a minute apart. */
const many = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => sourced({ ...terra, epochUs: terra.epochUs + i * 60e6 }),
  );

Deno.test("appendNewSets() that is cut short adds the rest the next time", () =>
  withTempLog(async (log) => {
    const sets = many(2_500);
    let appends = 0;
    const failing: typeof log = {
      ...log,
      append: (topic, records) => {
        if (++appends > 2) throw new EventLogError("The disk is full.");
        return log.append(topic, records);
      },
    };
    const recordedIds = new Set<string>();
    await assert.rejects(
      appendNewSets(sets, { log: failing, recordedIds, onProgress }),
      EventLogError,
    );
    assert.equal(recordedIds.size, 2_000);
    const records = readElementSetsTopic({ log, warn, onProgress });
    assert.deepEqual(await readRecordedIds(records), recordedIds);
    const { added, known } = await appendNewSets(sets, {
      ...{ log, recordedIds, onProgress },
    });
    assert.deepEqual([added, known], [500, 2_000]);
  }));

Deno.test("what is read of the topic tells each set once, whatever else is there", () =>
  withTempLog(async (log) => {
    const [first, second] = many(2) as [SourcedSet, SourcedSet];
    const append = (set: SourcedSet) =>
      appendNewSets([set], { log, recordedIds: new Set(), onProgress });
    await append(first);
    await log.append(
      "element_sets",
      [
        '{"type":"ElementSetRecorded","version":1,"element_set":7}',
        "not JSON",
        "null",
      ].map((text) => ({
        key: null,
        value: new TextEncoder().encode(text),
        timestampMs: 0,
      })),
    );
    await append(second);
    await append({ ...first, source: "again" });

    const told: number[] = [];
    const read = () =>
      readElementSetsTopic({
        ...{ log, warn },
        onProgress: (done, inAll) => told.push(done / inAll),
      });
    assert.equal((await readRecordedIds(read())).size, 2);
    assert.equal(told.at(-1), 1);
    const sets = await Array.fromAsync(recordedSets(read()));
    assert.deepEqual(sets.map(({ source }) => source), ["test", "test"]);
  }));
