/** The live ticks of one stream, read until it is disposed of. */
export class StreamedTicks implements AsyncDisposable {
  /** Of each tick, in the order in which they came. */
  readonly timesMs: number[] = [];
  readonly #reading: Promise<void>;
  #reader: ReadableStreamDefaultReader<string> | null = null;

  constructor(url: string) {
    this.#reading = this.#read(url);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#reader?.cancel();
    await this.#reading;
  }

  async #read(url: string): Promise<void> {
    const { body } = await fetch(url);
    this.#reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) return;
      const events = (rest + value).split("\n\n");
      rest = events.pop()!;
      for (const event of events) this.#note(event);
    }
  }

  #note(event: string): void {
    if (!/^event: positions$/m.test(event)) return;
    const { time } = JSON.parse(/^data: (.*)$/m.exec(event)![1]!);
    this.timesMs.push(Date.parse(time));
  }
}
