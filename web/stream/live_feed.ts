import {
  type Projection,
  type ProjectionInUse,
  ProjectionUnavailable,
} from "../../shared/projection/projection.ts";
import { gapThresholdMs } from "../../shared/projection/step.ts";
import { createBreather, nextTurn } from "../../shared/breathe.ts";
import type { FeedEvent } from "./feed_event.ts";
import { FeedReader } from "./feed_reader.ts";
import { encodeState } from "./message.ts";
import type { Told } from "./stream_id.ts";

/** How often the projection is asked whether there is anything new. */
const POLL_MS = 50;

/** That nothing comes is said again after so long. */
const SAY_BEHIND_EVERY_MS = 5_000;

/** One who is told what comes. */
export interface FeedListener {
  take(event: FeedEvent): void;
  /** Gets the error of its own `take`, which is nobody else's concern. */
  fail(error: Error): void;
}

/**
 * The one poller of the projection that serves all live clients: it reads
 * what each commit has brought and turns it into ticks.
 */
export class LiveFeed {
  readonly #projections: ProjectionInUse;
  readonly #nowMs: () => number;
  readonly #listeners = new Set<FeedListener>();
  #reader: FeedReader | null = null;
  #lastTickMs = 0;
  // An id that no projection has, for as long as none has been read.
  #told: Told = { projection: "none", revision: 0 };
  #behindSaidMs: number | null = null;

  constructor(projections: ProjectionInUse, nowMs: () => number) {
    this.#projections = projections;
    this.#nowMs = nowMs;
  }

  /** The last tick that went out, in ms; 0 while there is none. */
  get lastTickMs(): number {
    return this.#lastTickMs;
  }

  /** How far all listeners have been told what the projection holds. */
  get told(): Told {
    return this.#told;
  }

  /** Tells the listener of all that comes from now on, until it is undone. */
  subscribe(listener: FeedListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Polls until the signal; an error is reported once, not at each poll. */
  async run(
    signal: AbortSignal,
    onError: (error: Error) => void,
  ): Promise<void> {
    let reported = "";
    while (!signal.aborted) {
      try {
        await this.poll();
        reported = "";
      } catch (error) {
        const { message } = error as Error;
        if (message !== reported) onError(error as Error);
        reported = message;
      }
      await nextTurn(POLL_MS);
    }
  }

  /** Reads what is new and tells the listeners. */
  async poll(): Promise<void> {
    try {
      const events = await this.#read();
      const breathe = createBreather();
      for (const event of events) {
        if (event.kind === "tick") await event.frame.prepare();
        await this.#tell(event);
        await breathe();
        // After a pause many ticks come at once, more than fit into buffers.
        if (event.kind === "tick" && event !== events.at(-1)) await nextTurn();
      }
      if (this.#reader !== null) this.#told = this.#reader.told;
    } finally {
      await this.#tellWhetherBehind();
    }
  }

  /** Says whether ticks come, as one who begins to listen must know. */
  encodeState(): Uint8Array {
    const nowMs = this.#nowMs();
    if (this.#behindSaidMs === null) return encodeState("live", nowMs);
    const behindMs = nowMs - this.#lastTickMs;
    return encodeState("behind", nowMs, {
      behind_seconds: this.#lastTickMs === 0
        ? null
        : Math.round(behindMs / 1000),
    });
  }

  async #read(): Promise<FeedEvent[]> {
    try {
      using lease = this.#projections.lease();
      const events = await this.#readFrom(lease.projection);
      this.#lastTickMs = this.#reader!.lastTickMs;
      return events;
    } catch (error) {
      // There is none yet, or none of this version: wait for it.
      if (error instanceof ProjectionUnavailable) return [];
      // What was read and not told is lost to this reader.
      this.#reader = null;
      throw error;
    }
  }

  async #readFrom(projection: Projection): Promise<FeedEvent[]> {
    const nowMs = this.#nowMs();
    if (this.#reader?.projectionId === projection.id) {
      return await this.#reader.read(projection, nowMs);
    }
    const sinceMs = this.#lastTickMs;
    this.#reader = await FeedReader.open(projection, { sinceMs, nowMs });
    return [
      { kind: "replaced", noradIds: this.#reader.noradIds },
      ...await this.#reader.read(projection, nowMs),
    ];
  }

  async #tell(event: FeedEvent): Promise<void> {
    const breathe = createBreather();
    for (const listener of this.#listeners) {
      try {
        listener.take(event);
      } catch (error) {
        listener.fail(error as Error);
      }
      const pause = breathe();
      if (pause !== undefined) await pause;
    }
  }

  async #tellWhetherBehind(): Promise<void> {
    const nowMs = this.#nowMs();
    const patience = gapThresholdMs(this.#reader?.stepMs ?? null);
    const behind = nowMs - this.#lastTickMs > patience;
    const saidMs = this.#behindSaidMs;
    if (!behind && saidMs === null) return;
    if (behind && saidMs !== null && nowMs - saidMs < SAY_BEHIND_EVERY_MS) {
      return;
    }
    this.#behindSaidMs = behind ? nowMs : null;
    await this.#tell({ kind: "state", bytes: this.encodeState() });
  }
}
