import { explainKafkaFailure, type KafkaFailure } from "./kafka_failure.ts";

/** Does what is asked of a cluster, and keeps sight of what is under way. */
export class Attempts {
  readonly #servers: string;
  readonly #onTimeout: () => void;
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #last = new Map<string, Promise<unknown>>();
  #isOver = false;

  /** @param onTimeout Called when a broker did not answer in time. */
  constructor(servers: string, onTimeout: () => void) {
    this.#servers = servers;
    this.#onTimeout = onTimeout;
  }

  /**
   * @param action What is attempted, as in "list topics".
   * @throws {KafkaFailure} If it fails.
   */
  async run<T>(action: string, attempt: () => Promise<T>): Promise<T> {
    const attempting = (async () => {
      if (this.#isOver) throw new Error("The client was closed");
      return await attempt();
    })();
    this.#underWay.add(attempting);
    try {
      return await attempting;
    } catch (error) {
      throw this.#explain(error, action);
    } finally {
      this.#underWay.delete(attempting);
    }
  }

  /** The same, but one after another of those of one `turn`. */
  async runInTurn<T>(
    turn: string,
    action: string,
    attempt: () => Promise<T>,
  ): Promise<T> {
    const before = this.#last.get(turn);
    const mine = (async () => {
      await before?.catch(() => {});
      return await this.run(action, attempt);
    })();
    this.#last.set(turn, mine);
    return await mine;
  }

  /** Refuses others. */
  end(): void {
    this.#isOver = true;
  }

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  #explain(error: unknown, action: string): KafkaFailure {
    const about = { action, servers: this.#servers };
    const failure = explainKafkaFailure(error, about);
    if (failure.isTimeout) this.#onTimeout();
    return failure;
  }
}
