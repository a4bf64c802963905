import { Buffer } from "node:buffer";

const strict = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads UTF-8, without a mark at its beginning.
 *
 * @throws {TypeError} If it is not well-formed.
 */
export function decodeText(bytes: Uint8Array): string {
  // A quarter of the strict decoder's time, which is as long as parsing takes.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString();
  // What is ill-formed became this character, which may also be meant.
  const isSure = !text.includes("\ufffd") && !text.startsWith("\ufeff");
  return isSure ? text : strict.decode(bytes);
}
