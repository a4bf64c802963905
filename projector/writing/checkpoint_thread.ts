/**
 * Moves what was committed from the write-ahead log into the database, in a
 * thread of its own: that waits for the disk, up to a quarter of a second, and
 * the thread that writes is not to wait for it. Where it cannot be done it is
 * tried again; nothing is lost meanwhile, the log grows.
 */
export class CheckpointThread {
  readonly #worker = new Worker(
    new URL("./checkpoint_worker.ts", import.meta.url),
    { type: "module" },
  );
  #closed = () => {};
  #trouble: string | null = null;

  /**
   * @param path A database in WAL mode.
   * @param onTrouble Told once why it cannot be done, until it can again.
   */
  constructor(path: string, onTrouble: (reason: string) => void) {
    this.#worker.onmessage = (
      { data }: MessageEvent<"closed" | { trouble: string | null }>,
    ) => {
      if (data === "closed") return this.#closed();
      const { trouble } = data;
      if (trouble !== null && this.#trouble === null) {
        onTrouble(
          `Cannot move what was committed into ${path}, so that its ` +
            `write-ahead log grows: ${trouble}`,
        );
      }
      this.#trouble = trouble;
    };
    this.#worker.postMessage(path);
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#closed = resolve);
    this.#worker.postMessage("close");
    await closed;
    this.#worker.terminate();
  }
}
