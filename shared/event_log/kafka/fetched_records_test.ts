import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { type FetchedMessage, toRecords } from "./fetched_records.ts";

const ABORT = Buffer.from([0, 0, 0, 0]);
const COMMIT = Buffer.from([0, 0, 0, 1]);

interface Given {
  readonly key?: Buffer | null;
  readonly control?: boolean;
  readonly producer?: string;
  /** First offset and length of its batch, where it is not alone in one. */
  readonly batch?: readonly [number, number];
}

function message(offset: number, given: Given = {}): FetchedMessage {
  const [first, length] = given.batch ?? [offset, 1];
  return {
    offset: `${offset}`,
    timestamp: "1767225600000",
    key: given.key ?? null,
    value: Buffer.from(`${offset}`),
    isControlRecord: given.control ?? false,
    batchContext: {
      firstOffset: `${first}`,
      lastOffsetDelta: length - 1,
      producerId: given.producer ?? "-1",
      inTransaction: given.producer !== undefined,
    },
  };
}

function read(
  messages: readonly FetchedMessage[],
  fromOffset = 0,
  abortedTransactions: { producerId: string; firstOffset: string }[] = [],
) {
  const fetched = toRecords({ messages, abortedTransactions }, fromOffset);
  return {
    offsets: fetched.records.map(({ offset }) => offset),
    nextOffset: fetched.nextOffset,
  };
}

Deno.test("toRecords() leaves out what its batch holds before the offset", () => {
  const messages = [3, 4, 5, 6].map((o) => message(o, { batch: [3, 4] }));
  assert.deepEqual(read(messages, 5), { offsets: [5, 6], nextOffset: 7 });
});

Deno.test("toRecords() goes on behind a batch whose end was compacted away", () => {
  const messages = [0, 2].map((o) => message(o, { batch: [0, 10] }));
  assert.deepEqual(read(messages), { offsets: [0, 2], nextOffset: 10 });
});

Deno.test("toRecords() goes on behind markers and shows none", () => {
  const marker = message(1, { control: true, key: COMMIT, producer: "7" });
  const messages = [message(0, { producer: "7" }), marker];
  assert.deepEqual(read(messages), { offsets: [0], nextOffset: 2 });
});

Deno.test("toRecords() of nothing stays where it is", () => {
  assert.deepEqual(read([], 5), { offsets: [], nextOffset: 5 });
});

Deno.test("toRecords() leaves out transactions that came to nothing, no others", () => {
  const messages = [
    message(0, { producer: "7" }),
    message(1),
    message(2, { producer: "8" }),
    message(3, { producer: "7" }),
    message(4, { producer: "7", control: true, key: ABORT }),
    message(5, { producer: "7" }),
    message(6, { producer: "8", control: true, key: COMMIT }),
    message(7, { producer: "7", control: true, key: ABORT }),
    message(8, { producer: "7" }),
  ];
  const aborted = [
    { producerId: "7", firstOffset: "5" },
    { producerId: "7", firstOffset: "0" },
  ];
  const { offsets } = read(messages, 0, aborted);
  assert.deepEqual(offsets, [1, 2, 8]);
});

Deno.test("toRecords() knows a transaction that began before the offset", () => {
  const messages = [
    message(5, { producer: "7" }),
    message(6, { producer: "7", control: true, key: ABORT }),
    message(7, { producer: "7" }),
  ];
  const aborted = [{ producerId: "7", firstOffset: "2" }];
  assert.deepEqual(read(messages, 5, aborted).offsets, [7]);
});
