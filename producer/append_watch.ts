import type { EventLog, NewRecord } from "../shared/event_log/event_log.ts";

/** What became of the appends to a topic. */
export interface TopicAppends {
  /** Records that the log has taken. */
  readonly taken: number;
  /** Appends that it refused. */
  readonly refused: number;
  /** Latest time of an event that it has taken, in ms; null if there is none. */
  readonly latestMs: number | null;
  /** When it took one last, in ms; null if it never has. */
  readonly takenMs: number | null;
  /** Why it refused the last append; null where it took that. */
  readonly refusal: string | null;
}

const NOTHING: TopicAppends = {
  taken: 0,
  refused: 0,
  latestMs: null,
  takenMs: null,
  refusal: null,
};

/** Notes what becomes of appends, at the log, for all who append there. */
export class AppendWatch {
  readonly #nowMs: () => number;
  readonly #topics = new Map<string, TopicAppends>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** The log as it is, its appends noted here. */
  watch(log: EventLog): EventLog {
    return {
      ...log,
      append: async (topic, records) => {
        try {
          await log.append(topic, records);
        } catch (error) {
          this.#noteRefused(topic, (error as Error).message);
          throw error;
        }
        this.#noteTaken(topic, records);
      },
    };
  }

  of(topic: string): TopicAppends {
    return this.#topics.get(topic) ?? NOTHING;
  }

  #noteTaken(topic: string, records: readonly NewRecord[]): void {
    const before = this.of(topic);
    this.#topics.set(topic, {
      ...before,
      taken: before.taken + records.length,
      latestMs: records.reduce(
        (latest, { timestampMs }) => Math.max(latest, timestampMs),
        before.latestMs ?? -Infinity,
      ),
      takenMs: this.#nowMs(),
      refusal: null,
    });
  }

  #noteRefused(topic: string, refusal: string): void {
    const before = this.of(topic);
    const refused = before.refused + 1;
    this.#topics.set(topic, { ...before, refused, refusal });
  }
}
