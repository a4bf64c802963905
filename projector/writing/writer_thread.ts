import type {
  Checkpoint,
  LogPosition,
} from "../../shared/event_log/event_log.ts";
import type { TopicSatellites } from "../../shared/events/event_source.ts";
import { type Changes, transferables } from "./changes.ts";
import { CheckpointThread } from "./checkpoint_thread.ts";
import type { Retried } from "../dead_letters/retry_dead_letters.ts";
import type {
  FromWriter,
  WriterAnswer,
  WriterRequest,
} from "./writer_messages.ts";

export interface WriterThreadOptions {
  /** The patterns read, in the order in which readers prefer. */
  readonly topics: readonly string[];
  /** For dead letters that are applied again, as in `ProjectorOptions`. */
  readonly topicSatellites: TopicSatellites;
  /** Not for a projection that nobody reads yet. */
  readonly notesLateRanges: boolean;
  /**
   * Told when writing has to wait, as when the disk is full, and why; and
   * with null when it goes on.
   */
  readonly onWaiting: (reason: string | null) => void;
  /** Told what is wrong, where nothing has to wait for it. */
  readonly onTrouble: (message: string) => void;
}

/** The thread that writes a projection, one request after another. */
export class WriterThread {
  readonly #path: string;
  readonly #worker = new Worker(
    new URL("./writer_worker.ts", import.meta.url),
    { type: "module" },
  );
  #checkpoints: CheckpointThread | null = null;
  readonly #onWaiting: (reason: string | null) => void;
  readonly #onTrouble: (message: string) => void;
  #waitingFor: string | null = null;
  #answer = Promise.withResolvers<WriterAnswer>();
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(
    path: string,
    { onWaiting, onTrouble }: WriterThreadOptions,
  ) {
    this.#path = path;
    this.#onWaiting = onWaiting;
    this.#onTrouble = onTrouble;
    this.#worker.onmessage = ({ data }: MessageEvent<FromWriter>) => {
      this.#noteWaiting(data.kind === "waiting" ? data.reason : null);
      if (data.kind !== "waiting") this.#answer.resolve(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#answer.resolve({ kind: "failed", reason: event.message });
    };
  }

  /**
   * Opens a projection for writing.
   *
   * @throws {Error} If it cannot be written.
   */
  static async open(
    path: string,
    options: WriterThreadOptions,
  ): Promise<{ writer: WriterThread; checkpoints: Checkpoint[] }> {
    const writer = new WriterThread(path, options);
    const { topics, topicSatellites, notesLateRanges } = options;
    const kind = "open" as const;
    const request = { kind, path, topics, topicSatellites, notesLateRanges };
    try {
      const { checkpoints } = await writer.#ask("opened", request);
      writer.#checkpoints = new CheckpointThread(path, options.onTrouble);
      return { writer, checkpoints };
    } catch (error) {
      writer.#worker.terminate();
      throw error;
    }
  }

  /**
   * Commits changes; their buffers are handed over.
   *
   * @throws {Error} If they cannot be written, now or later.
   */
  async commit(changes: Changes): Promise<void> {
    await this.#ask("committed", { kind: "commit", changes });
  }

  /** Applies some dead letters again, those behind a log position. */
  async retryDeadLetters(after: LogPosition | null): Promise<Retried> {
    const request = { kind: "retry", after } as const;
    return (await this.#ask("retried", request)).retried;
  }

  /**
   * Does a piece of what can wait: seals hours that are over, or makes rows
   * anew that follow from others; false where there is nothing to do.
   */
  async tidy(): Promise<boolean> {
    const { found, trouble } = await this.#ask("tidied", { kind: "tidy" });
    if (trouble !== null) this.#onTrouble(trouble);
    return found;
  }

  /** What has to wait fails from now on, so that the process can end. */
  stopWaiting(): void {
    this.#worker.postMessage({ kind: "stop waiting" });
  }

  /** Nothing can be asked of it any more. */
  async close(): Promise<void> {
    await this.#checkpoints?.close();
    const closing = this.#ask("closed", { kind: "close" });
    this.#isClosed = true;
    await closing;
    this.#worker.terminate();
  }

  /** Asks when all that was asked before has been answered. */
  #ask<K extends WriterAnswer["kind"]>(
    expected: K,
    request: WriterRequest,
  ): Promise<WriterAnswer & { readonly kind: K }> {
    // The thread would not answer.
    if (this.#isClosed) {
      return Promise.reject(new Error(`Cannot write ${this.#path} any more`));
    }
    const asked = this.#last.then(() => this.#askNow(request));
    this.#last = asked;
    return asked.then((answer) => {
      if (answer.kind === expected) {
        return answer as WriterAnswer & { readonly kind: K };
      }
      const reason = answer.kind === "failed" ? answer.reason : answer.kind;
      throw new Error(
        `Cannot write ${this.#path}: ${reason}. If that does not pass, ` +
          "delete it: it is made again from the log",
      );
    });
  }

  #askNow(request: WriterRequest): Promise<WriterAnswer> {
    this.#answer = Promise.withResolvers();
    const buffers = request.kind === "commit"
      ? transferables(request.changes)
      : [];
    this.#worker.postMessage(request, buffers);
    return this.#answer.promise;
  }

  #noteWaiting(reason: string | null): void {
    if (reason === this.#waitingFor) return;
    this.#waitingFor = reason;
    this.#onWaiting(reason);
  }
}
