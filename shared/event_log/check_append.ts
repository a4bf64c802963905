import { Buffer } from "node:buffer";
import type { NewRecord } from "./event_log.ts";

/**
 * Of key and value together. A Kafka broker refuses a batch above 1 MiB,
 * unless told otherwise, and a batch takes some bytes beside its record.
 */
const MAX_RECORD_BYTES = 1_000_000;

/** What Kafka takes as a topic's name; the embedded log takes no other. */
const TOPIC_NAME = /^[a-zA-Z0-9._-]{1,249}$/;

/**
 * Checks what is to be appended, alike for every adapter, so that what one
 * log takes the other takes too.
 *
 * @throws {RangeError} If the topic's name or a record is not one that both
 * logs can hold.
 */
export function checkAppend(
  topic: string,
  records: readonly NewRecord[],
): void {
  if (!TOPIC_NAME.test(topic) || topic === "." || topic === "..") {
    throw new RangeError(
      `Cannot append to topic as its name must be 1 to 249 of the characters ` +
        `a-z A-Z 0-9 . _ - and neither . nor ..: current value is "${topic}"`,
    );
  }
  records.forEach((record, index) => checkRecord(topic, record, index));
}

function checkRecord(topic: string, record: NewRecord, index: number): void {
  const what = `Cannot append record ${index} to topic ${topic} as its`;
  const bytes = record.value.length + Buffer.byteLength(record.key ?? "");
  if (bytes > MAX_RECORD_BYTES) {
    throw new RangeError(
      `${what} key and value must be at most ${MAX_RECORD_BYTES} bytes: ` +
        `current value is ${bytes} bytes`,
    );
  }
  if (!Number.isSafeInteger(record.timestampMs) || record.timestampMs < 0) {
    throw new RangeError(
      `${what} timestamp must be whole milliseconds since 1970: ` +
        `current value is ${record.timestampMs}`,
    );
  }
  // Half a surrogate pair has no UTF-8 and would come back as another key.
  if (record.key !== null && !record.key.isWellFormed()) {
    throw new RangeError(
      `${what} key must be well-formed Unicode: ` +
        `current value is ${JSON.stringify(record.key)}`,
    );
  }
}
