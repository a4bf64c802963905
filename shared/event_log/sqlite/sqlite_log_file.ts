import {
  findIdentity,
  openConnection,
  prepareFolder,
  type SqliteLogConnection,
} from "./sqlite_connection.ts";
import { explainFailure, isBusy } from "./sqlite_log_errors.ts";

export interface LogFileOptions {
  /** How long to wait for another process's lock, in ms; default 5,000. */
  readonly busyTimeoutMs?: number;
  /** The clock by which appends grow old; the system's by default. */
  readonly nowMs?: () => number;
}

/**
 * The file of an embedded log, and the connection to it. The file may be
 * deleted or replaced by others at any time; then the connection still reads
 * the old one, and `generation` tells when it was exchanged.
 */
export class SqliteLogFile {
  readonly path: string;
  readonly busyTimeoutMs: number;
  readonly nowMs: () => number;
  /** Grows whenever another file was opened under the path. */
  generation = 0;
  isClosed = false;
  readonly #wakers = new Set<() => void>();
  #connection: SqliteLogConnection | null = null;
  #reopening: Promise<void> | null = null;
  #appends = 0;

  constructor(path: string, options: LogFileOptions = {}) {
    this.path = path;
    this.busyTimeoutMs = options.busyTimeoutMs ?? 5_000;
    this.nowMs = options.nowMs ?? Date.now;
  }

  /** The connection; ask anew after every wait. */
  get connection(): SqliteLogConnection {
    if (this.#connection === null) throw new Error("event log is not open");
    return this.#connection;
  }

  /** Whether the path still names the file that is open. */
  findState(): "same" | "replaced" | "missing" {
    const { path } = this;
    try {
      const found = findIdentity(path);
      if (found === null) return "missing";
      return found === this.#connection?.identity ? "same" : "replaced";
    } catch (error) {
      const action = "look at the event log";
      throw explainFailure(error, { action, path, isWrite: false });
    }
  }

  /** Opens the file anew if the path names another one than is open. */
  async ensureCurrent(options: { readonly mustExist: boolean }): Promise<void> {
    if (this.findState() !== "same") await this.open(options);
  }

  /**
   * Opens what the path names now.
   *
   * @param options.mustExist Refuse to create the file.
   * @throws {EventLogError} If it cannot be opened; the connection there was
   * is kept.
   */
  open(options: { readonly mustExist: boolean }): Promise<void> {
    this.#reopening ??= this.#open(options.mustExist)
      .finally(() => this.#reopening = null);
    return this.#reopening;
  }

  async #open(mustExist: boolean): Promise<void> {
    const { path } = this;
    try {
      if (!mustExist) prepareFolder(path);
      const connection = await this.retryWhileBusy(() =>
        openConnection(path, { mustExist })
      );
      if (this.isClosed) {
        connection.db.close();
        return;
      }
      this.#connection?.db.close();
      this.#connection = connection;
      this.generation++;
      this.wakeReaders();
    } catch (error) {
      const action = "open the event log";
      throw explainFailure(error, { action, path, isWrite: false });
    }
  }

  /** Does something that may meet another process's lock, until it does not. */
  async retryWhileBusy<T>(action: () => T): Promise<T> {
    const deadlineMs = performance.now() + this.busyTimeoutMs;
    for (;;) {
      try {
        return action();
      } catch (error) {
        if (!isBusy(error) || performance.now() >= deadlineMs) throw error;
      }
      // Uneven, lest two processes meet again and again.
      await new Promise((resolve) =>
        setTimeout(resolve, 1 + Math.random() * 4)
      );
    }
  }

  /** Differs from before when something was appended, here or elsewhere. */
  findChangeMark(): string {
    return `${this.connection.readDataVersion()}:${this.#appends}`;
  }

  noteAppend(): void {
    this.#appends++;
    this.wakeReaders();
  }

  wakeReaders(): void {
    for (const wake of [...this.#wakers]) wake();
  }

  /** Waits so long, or until woken by an append, a close or the signal. */
  waitForWake(timeoutMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", wake);
        this.#wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      signal?.addEventListener("abort", wake);
      this.#wakers.add(wake);
    });
  }

  close(): void {
    this.isClosed = true;
    this.#connection?.db.close();
    this.#connection = null;
    this.wakeReaders();
  }
}
