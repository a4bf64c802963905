import { formatLogPosition } from "../../shared/event_log/log_position.ts";
import { formatAnyInstant } from "../../shared/instant.ts";
import type { DeadLetterPreview } from "../../shared/projection/read_dead_letters.ts";
import { readUtf8 } from "../../shared/read_utf8.ts";
import type { DeadLettersPage } from "./read_dead_letters_page.ts";

/** Of a piece, before the letter that makes it longer. */
const PIECE_CHARACTERS = 65_536;

const encoder = new TextEncoder();

/** Writes the answer of `/api/v1/dead-letters` as JSON, piece by piece. */
export function* encodeDeadLetters(
  { letters, next }: DeadLettersPage,
): Generator<Uint8Array<ArrayBuffer>> {
  let text = '{"dead_letters":[';
  for (const [i, letter] of letters.entries()) {
    if (text.length > PIECE_CHARACTERS) {
      yield encoder.encode(text);
      text = "";
    }
    text += `${i > 0 ? "," : ""}${JSON.stringify(deadLetterJson(letter))}`;
  }
  const cursor = next === null ? null : formatLogPosition(next);
  yield encoder.encode(`${text}],"next":${JSON.stringify(cursor)}}`);
}

function deadLetterJson(letter: DeadLetterPreview) {
  const { at, timestampMs, key, reason, value, valueBytes } = letter;
  return {
    topic: at.topic,
    partition: at.partition,
    offset: at.offset,
    time: formatAnyInstant(timestampMs),
    key,
    reason,
    value_bytes: valueBytes,
    ...valueJson(value, valueBytes),
  };
}

function valueJson(value: Uint8Array | null, valueBytes: number | null) {
  if (value === null) return { value: null, value_base64: null };
  const text = readUtf8(value, { isCut: value.length < valueBytes! });
  return text === null
    ? { value: null, value_base64: value.toBase64() }
    : { value: text, value_base64: null };
}
