import { gunzipSync } from "node:zlib";
import { printableLine } from "../../shared/printable.ts";
import { readUtf8 } from "../../shared/read_utf8.ts";

/** How a gzip file begins, whatever it is called. */
const GZIP = [0x1f, 0x8b];

/** Enough of a file to know it by. */
const QUOTED_CHARACTERS = 80;

/**
 * Reads a file of elements as text, unpacked where it is packed by gzip.
 *
 * @throws {Error} If it cannot be read, is not whole, or is not UTF-8: what
 * stands in a name is recorded for ever.
 */
export async function readElementsFile(path: string): Promise<string> {
  const bytes = await readUnpacked(path);
  const text = readUtf8(bytes);
  if (text !== null) return text;
  const [line = ""] = new TextDecoder().decode(bytes).split(/[\r\n]/, 1);
  const quoted = JSON.stringify(line.slice(0, QUOTED_CHARACTERS));
  throw new Error(
    `Cannot import ${path} as it must be UTF-8: current value begins with ` +
      printableLine(quoted),
  );
}

async function readUnpacked(path: string): Promise<Uint8Array> {
  try {
    const bytes = await Deno.readFile(path);
    const isPacked = GZIP.every((byte, i) => bytes[i] === byte);
    return isPacked ? gunzipSync(bytes) : bytes;
  } catch (error) {
    throw new Error(
      `Cannot import ${path} as it must be a file that can be read, plain ` +
        `or packed by gzip: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
