import { createBreather } from "../shared/breathe.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface BytesResponseOptions {
  readonly headers: Headers;
  /** Called once, when no more pieces will be asked for, for whatever reason. */
  readonly onEnd?: () => void;
}

/**
 * Answers with bytes that are made piece by piece, as the reader takes them,
 * so that a long answer neither fills the memory nor keeps others waiting. A
 * short one is made at once, and says its length. If making them fails on the
 * way, the answer breaks off.
 *
 * @param pieces Empty ones are skipped: each is a chance to let others run.
 * @throws What the making of the first two pieces throws.
 */
export async function bytesResponse(
  pieces: Iterator<Bytes>,
  { headers, onEnd = () => {} }: BytesResponseOptions,
): Promise<Response> {
  const source = new PieceSource(pieces, onEnd);
  const first = await source.next() ?? new Uint8Array();
  const second = await source.next();
  if (second === null) {
    headers.set("content-length", String(first.length));
    return new Response(first, { headers });
  }
  const made = [first, second];
  const body = new ReadableStream<Bytes>({
    async pull(controller) {
      const bytes = made.shift() ?? await source.next();
      if (bytes === null) controller.close();
      else controller.enqueue(bytes);
    },
    cancel: () => source.end(),
  }, { highWaterMark: 0 });
  return new Response(body, { headers });
}

/** Takes pieces with breath, and tells the end of it once. */
class PieceSource {
  readonly #pieces: Iterator<Bytes>;
  readonly #onEnd: () => void;
  readonly #breathe = createBreather();
  #isOver = false;

  constructor(pieces: Iterator<Bytes>, onEnd: () => void) {
    this.#pieces = pieces;
    this.#onEnd = onEnd;
  }

  /** The next piece that is not empty; null at the end. */
  async next(): Promise<Bytes | null> {
    for (;;) {
      await this.#breathe();
      // It may have been ended meanwhile.
      if (this.#isOver) return null;
      const piece = this.#take();
      if (piece === null) this.end();
      else if (piece.length > 0) return piece;
    }
  }

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#pieces.return?.();
    this.#onEnd();
  }

  #take(): Bytes | null {
    try {
      const { done, value } = this.#pieces.next();
      return done ? null : value;
    } catch (error) {
      this.end();
      throw error;
    }
  }
}
