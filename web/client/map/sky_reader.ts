/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import { formatIso } from "../format.ts";
import type { SkySamples } from "./sky_samples.ts";

/** Of six samples a minute apart, and some time for the last to come. */
const lookBackMs = 390_000;
/** Samples come each minute, */
const everyMs = 60_000;
/** and these many seconds after their time all are there. */
const arrivalMs = 4_000;
const retryMs = 10_000;
/** What came late the last time is read now. */
const overlapMs = 10_000;

/** Keeps samples up to date: as binary, since they are very many. */
export class SkyReader {
  readonly #samples: SkySamples;
  readonly #onRead: () => void;
  #readToMs = -Infinity;
  #dueMs = -Infinity;
  #retryMs = -Infinity;
  #isReading = false;

  constructor(samples: SkySamples, onRead: () => void) {
    this.#samples = samples;
    this.#onRead = onRead;
  }

  /** Reads what is wanted at an instant and is not there, if it is time to. */
  async readFor(shownMs: number, nowMs: number): Promise<void> {
    const isElsewhere = shownMs < this.#readToMs - everyMs ||
      shownMs > this.#readToMs + lookBackMs;
    const waitsToMs = isElsewhere ? this.#retryMs : this.#dueMs;
    if (this.#isReading || nowMs < waitsToMs) return;
    this.#isReading = true;
    const toMs = Math.ceil((shownMs + 1) / 1_000) * 1_000;
    const fromMs = isElsewhere
      ? toMs - lookBackMs
      : Math.min(this.#readToMs, shownMs) - overlapMs;
    // Shortly after the next whole minute, by which most are recorded.
    this.#dueMs = Math.ceil((nowMs - arrivalMs + 1) / everyMs) * everyMs +
      arrivalMs;
    // Where it fails, the stream tells that there is no connection.
    const buffer = await fetchPositions(fromMs, toMs).catch(() => null);
    this.#isReading = false;
    if (buffer === null) {
      this.#dueMs = this.#retryMs = nowMs + retryMs;
      return;
    }
    if (isElsewhere) this.#samples.clear();
    this.#take(buffer);
    this.#readToMs = toMs;
    this.#onRead();
  }

  #take(buffer: ArrayBuffer): void {
    for (const block of readBlocks(buffer)) {
      const { noradId, timeMs, altitudeKm, latitudeE6, longitudeE6 } = block;
      for (let i = 0; i < timeMs.length; i++) {
        this.#samples.add(noradId, timeMs[i]!, {
          latitudeDeg: latitudeE6[i]! / 1e6,
          longitudeDeg: longitudeE6[i]! / 1e6,
          altitudeKm: altitudeKm[i]!,
        });
      }
    }
  }
}

/** @throws {Error} If the server does not answer with positions. */
async function fetchPositions(
  fromMs: number,
  toMs: number,
): Promise<ArrayBuffer> {
  const range = `from=${formatIso(fromMs)}&to=${formatIso(toMs)}`;
  const path = `positions?format=binary&${range}`;
  const answer = await askServer("read positions", path);
  return await answer.arrayBuffer();
}

/** Blocks of the binary format; one that is cut off throws. */
function* readBlocks(buffer: ArrayBuffer) {
  const view = new DataView(buffer);
  let at = 0;
  for (let n; (n = view.getUint32(at + 4, true)) > 0; at += 8 + 24 * n) {
    yield {
      noradId: view.getUint32(at, true),
      timeMs: new Float64Array(buffer, at + 8, n),
      altitudeKm: new Float64Array(buffer, at + 8 + 8 * n, n),
      latitudeE6: new Int32Array(buffer, at + 8 + 16 * n, n),
      longitudeE6: new Int32Array(buffer, at + 8 + 20 * n, n),
    };
  }
}
