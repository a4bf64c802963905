import type { ProjectorStatus } from "../../shared/status/projector_status.ts";
import { writeStatus } from "../../shared/status/status_file.ts";

/** So soon that a change needs no notice of its own. */
const PUBLISH_EACH_MS = 2_000;

/** Writes the projector's status to a file for the web app, again and again. */
export class StatusPublisher {
  readonly #path: string;
  readonly #read: () => ProjectorStatus;
  readonly #onFailed: (message: string) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #writing: Promise<void>;
  #isFailing = false;

  /** @param onFailed Told when it cannot be written, once until it can. */
  constructor(
    path: string,
    read: () => ProjectorStatus,
    onFailed: (message: string) => void,
  ) {
    this.#path = path;
    this.#read = read;
    this.#onFailed = onFailed;
    this.#writing = this.#publish(read());
    this.#timer = setInterval(() => {
      this.#writing = this.#writing.then(() => this.#publish(read()));
    }, PUBLISH_EACH_MS);
  }

  /** Writes a last time, that the projector has stopped. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
    await this.#publish({ ...this.#read(), hasStopped: true });
  }

  async #publish(status: ProjectorStatus): Promise<void> {
    try {
      await writeStatus(this.#path, status);
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) {
        const { message } = error as Error;
        this.#onFailed(`Cannot tell my status in ${this.#path}: ${message}`);
      }
      this.#isFailing = true;
    }
  }
}
