// Reads one answer of the web app in a process of its own, and says in JSON
// how many positions it got, and in what time.
const [url, kind] = Deno.args;

/** What came, from the request to the last byte. */
export interface Received {
  readonly positions: number;
  readonly bytes: number;
  readonly ms: number;
}

const NEWLINE = 0x0a;
let bytes = 0;
const start = performance.now();
const headers = { "accept-encoding": "identity" };
const response = await fetch(url!, { headers });
if (!response.ok) throw new Error(await response.text());
const reader = response.body!.getReader();
const positions = kind === "binary" ? await readBlocks() : await countRows();
const ms = performance.now() - start;
console.log(JSON.stringify({ positions, bytes, ms } satisfies Received));

/** Reads all blocks into typed arrays; web/DESIGN.md tells the format. */
async function readBlocks(): Promise<number> {
  let chunk = new Uint8Array();
  const read = async (length: number): Promise<ArrayBuffer> => {
    const whole = new Uint8Array(length);
    for (let at = 0; at < length;) {
      if (chunk.length === 0) {
        const next = await readChunk();
        if (next === null) throw new Error("Cannot read on as it is cut off");
        chunk = next;
      }
      const part = chunk.subarray(0, length - at);
      whole.set(part, at);
      at += part.length;
      chunk = chunk.subarray(part.length);
    }
    return whole.buffer;
  };
  let total = 0;
  let lastMs = -Infinity;
  for (;;) {
    const [noradId, n] = new Uint32Array(await read(8));
    if (n === 0) break;
    const block = await read(24 * n!);
    const columns = {
      noradId: noradId!,
      timeMs: new Float64Array(block, 0, n),
      altitudeKm: new Float64Array(block, 8 * n!, n),
      latitudeE6: new Int32Array(block, 16 * n!, n),
      longitudeE6: new Int32Array(block, 20 * n!, n),
    };
    if (columns.timeMs[0]! <= lastMs) throw new Error("Times do not rise");
    lastMs = columns.timeMs.at(-1)!;
    total += n!;
  }
  const [said] = new Float64Array(await read(8));
  if (said !== total) throw new Error(`${total} came of ${said} positions`);
  return total;
}

/** Counts lines, but for the names of columns that CSV begins with. */
async function countRows(): Promise<number> {
  let lines = 0;
  for (let chunk; (chunk = await readChunk()) !== null;) {
    for (let i = 0; i < chunk.length; i++) {
      if (chunk[i] === NEWLINE) lines++;
    }
  }
  return kind === "csv" ? lines - 1 : lines;
}

async function readChunk(): Promise<Uint8Array<ArrayBuffer> | null> {
  const { value, done } = await reader.read();
  if (done) return null;
  bytes += value.length;
  return value;
}
