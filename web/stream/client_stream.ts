/** When a client is dropped that does not keep up. */
export interface ClientBounds {
  /** It leaves more than this unread, or more than two of its longest events. */
  readonly unreadBytes: number;
  /** It has read nothing for so long, though there is something. */
  readonly deadlineMs: number;
}

export const CLIENT_BOUNDS: ClientBounds = {
  unreadBytes: 1_048_576,
  deadlineMs: 15_000,
};

/** The range of a stream is read on when no more than this is unread. */
const READ_ON_BYTES = 65_536;

/** A client that does not keep up; it cannot be told, as it does not read. */
export class DroppedClient extends Error {
  override readonly name = "DroppedClient";
}

/**
 * What is sent to one client: a bounded buffer of bytes, read by the network
 * at the client's pace. Who does not keep up is dropped, and can resume.
 */
export class ClientStream {
  readonly body: ReadableStream<Uint8Array>;
  /** Resolves when nothing more is sent; to the reason, if it was dropped. */
  readonly closed: Promise<DroppedClient | null>;
  readonly #nowMs: () => number;
  readonly #bounds: ClientBounds;
  readonly #close = Promise.withResolvers<DroppedClient | null>();
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #isClosed = false;
  #sentBytes = 0;
  #longestBytes = 0;
  #readBytes = 0;
  #progressMs: number;
  #onDrained = () => {};
  #onAwake = () => {};

  constructor(nowMs: () => number, bounds: ClientBounds = CLIENT_BOUNDS) {
    this.#nowMs = nowMs;
    this.#bounds = bounds;
    this.#progressMs = nowMs();
    this.closed = this.#close.promise;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        // Called when the reader waits and there is nothing left to read.
        pull: () => this.#onDrained(),
        cancel: () => this.#finish(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
    );
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Sends bytes, or drops a client that has not read what was sent before. */
  send(bytes: Uint8Array): void {
    if (this.#isClosed) return;
    const why = this.#whyTooSlow();
    if (why !== null) {
      const dropped = new DroppedClient(`Dropped a client as it ${why}`);
      this.#controller.error(dropped);
      this.#finish(dropped);
      return;
    }
    this.#controller.enqueue(bytes);
    this.#sentBytes += bytes.length;
    this.#longestBytes = Math.max(this.#longestBytes, bytes.length);
  }

  /** Resolves when there is room for more, or the client is gone. */
  async ready(): Promise<void> {
    while (!this.#isClosed && this.#unreadBytes() > READ_ON_BYTES) {
      await new Promise<void>((resolve) => this.#onDrained = resolve);
    }
  }

  /** Resolves after a while, or as soon as the client is gone. */
  async sleep(ms: number): Promise<void> {
    if (this.#isClosed || ms <= 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    this.#onAwake = resolve;
    await promise;
    clearTimeout(timer);
  }

  /** Ends the stream after what was sent. */
  end(): void {
    if (this.#isClosed) return;
    this.#controller.close();
    this.#finish();
  }

  #whyTooSlow(): string | null {
    const { unreadBytes, deadlineMs } = this.#bounds;
    const unread = this.#unreadBytes();
    const read = this.#sentBytes - unread;
    const nowMs = this.#nowMs();
    if (unread === 0 || read > this.#readBytes) {
      this.#readBytes = read;
      this.#progressMs = nowMs;
    }
    // A frame of the whole sky alone is longer than what else may be unread.
    const mostBytes = Math.max(unreadBytes, 2 * this.#longestBytes);
    if (unread > mostBytes) {
      return `left ${unread} bytes unread, more than ${mostBytes}`;
    }
    return nowMs - this.#progressMs > deadlineMs
      ? `read nothing for ${deadlineMs / 1000} s`
      : null;
  }

  #finish(dropped: DroppedClient | null = null): void {
    this.#isClosed = true;
    this.#onDrained();
    this.#onAwake();
    this.#close.resolve(dropped);
  }

  #unreadBytes(): number {
    return -(this.#controller.desiredSize ?? 0);
  }
}
