import assert from "node:assert/strict";
import {
  partitionOf,
  statusOf,
} from "../../shared/status/testdata/given_status.ts";
import { tellCatchUp } from "./tell_catch_up.ts";

const partitionWith = (
  { recordsRead, lagRecords }: { recordsRead: number; lagRecords: number },
) =>
  partitionOf({
    recordsRead,
    fromOffset: recordsRead,
    endOffset: recordsRead + lagRecords,
  });

/** What is told while this is what the board says, look after look. */
async function tellOf(
  looks: readonly ({ recordsRead: number; lagRecords: number } | null)[],
): Promise<string[]> {
  const said: string[] = [];
  const stop = new AbortController();
  const rest = [...looks];
  let nowMs = 0;
  await tellCatchUp({
    board: {
      read() {
        const look = rest.shift();
        if (look === undefined) stop.abort();
        return look === null
          ? statusOf({ logAnsweredMs: null, partitions: [] })
          : statusOf({ partitions: look && [partitionWith(look)] });
      },
    },
    report: (message) => said.push(message),
  }, { nowMs: () => nowMs += 5_000, signal: stop.signal, lookEachMs: 1 });
  return said;
}

Deno.test("a projection that is made anew is told of until it is where the log ends", async () => {
  assert.deepEqual(
    await tellOf([
      null,
      { recordsRead: 1_000_000, lagRecords: 9_000_000 },
      { recordsRead: 6_000_000, lagRecords: 6_000_000 },
      { recordsRead: 11_999_999, lagRecords: 1 },
      { recordsRead: 12_000_001, lagRecords: 9_000_000 },
    ]),
    [
      "Applied 1,000,000 records, 9,000,000 to go: at 200,000 a second that takes about 45 s",
      "Applied 6,000,000 records, 6,000,000 to go: at 1,000,000 a second that takes about 6 s",
      "Caught up with the log within 15 s",
    ],
  );
});

Deno.test("nothing is said where there is little to catch up with, or nothing", async () => {
  const little = [
    { recordsRead: 0, lagRecords: 100 },
    { recordsRead: 100, lagRecords: 10 },
  ];
  assert.deepEqual(await tellOf(little), []);
  const none = { recordsRead: 7, lagRecords: 0 };
  const lots = { recordsRead: 8, lagRecords: 9_000_000 };
  assert.deepEqual(await tellOf([null, null, none, lots, lots]), []);
});
