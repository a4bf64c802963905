import { createBreather } from "./breathe.ts";

/** Small pieces are put together: each one on the wire has its cost. */
const LEAST_CHARACTERS = 32_768;

const encoder = new TextEncoder();

/** Answers with data as JSON, made at once. */
export function jsonResponse(data: unknown): Response {
  const headers = new Headers({ "content-type": "application/json" });
  return textResponse([JSON.stringify(data)].values(), headers);
}

/**
 * Answers with a text that is made piece by piece, as the reader takes it, so
 * that a long one neither fills the memory nor keeps others waiting. A short
 * one is made at once, and says its length.
 */
export function textResponse(
  pieces: Iterator<string>,
  headers: Headers,
): Response {
  const first = encoder.encode(gather(pieces));
  const second = gather(pieces);
  if (second === "") {
    headers.set("content-length", String(first.length));
    return new Response(first, { headers });
  }
  const rest = encoder.encode(second);
  return new Response(streamPieces([first, rest], pieces), { headers });
}

function streamPieces(
  made: Uint8Array[],
  pieces: Iterator<string>,
): ReadableStream<Uint8Array> {
  const breathe = createBreather();
  return new ReadableStream({
    async pull(controller) {
      await breathe();
      const bytes = made.shift() ?? encoder.encode(gather(pieces));
      if (bytes.length === 0) controller.close();
      else controller.enqueue(bytes);
    },
  }, { highWaterMark: 0 });
}

function gather(pieces: Iterator<string>): string {
  let text = "";
  while (text.length < LEAST_CHARACTERS) {
    const { done, value } = pieces.next();
    if (done) break;
    text += value;
  }
  return text;
}
