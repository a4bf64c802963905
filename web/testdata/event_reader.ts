/** One event of a stream, or a comment. */
export interface ReceivedEvent {
  /** The empty text for a comment. */
  readonly event: string;
  readonly id: string | null;
  // deno-lint-ignore no-explicit-any
  readonly data: any;
}

/** Reads Server-Sent Events one by one. */
export class EventReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = "";
  #isOver = false;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
  }

  /** The next event; null at the end of the stream. */
  async next(): Promise<ReceivedEvent | null> {
    for (;;) {
      const end = this.#text.indexOf("\n\n");
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        return parseEvent(block);
      }
      if (this.#isOver) return null;
      const { done, value } = await this.#reader.read();
      this.#isOver = done;
      this.#text += this.#decoder.decode(value, { stream: !done });
    }
  }

  /** All events up to the first for which `isLast` holds, or to the end. */
  async until(
    isLast: (event: ReceivedEvent) => boolean,
  ): Promise<ReceivedEvent[]> {
    const events: ReceivedEvent[] = [];
    for (;;) {
      const event = await this.next();
      if (event === null) return events;
      events.push(event);
      if (isLast(event)) return events;
    }
  }

  /** All events up to one that says so: live, behind or end. */
  untilState(...states: string[]): Promise<ReceivedEvent[]> {
    return this.until(({ event, data }) =>
      event === "state" && states.includes(data.state)
    );
  }

  rest(): Promise<ReceivedEvent[]> {
    return this.until(() => false);
  }

  async cancel(): Promise<void> {
    await this.#reader.cancel().catch(() => {});
  }
}

function parseEvent(block: string): ReceivedEvent {
  let event = "";
  let id: string | null = null;
  let data = "null";
  for (const line of block.split("\n")) {
    const [, field, value] = /^(\w*): ?(.*)$/.exec(line)!;
    if (field === "event") event = value!;
    if (field === "id") id = value!;
    if (field === "data") data = value!;
  }
  return { event, id, data: JSON.parse(data) };
}
