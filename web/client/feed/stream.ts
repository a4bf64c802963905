/// <reference lib="dom" />
import { isRefused } from "../ask_server.ts";
import type {
  Backfilled,
  Frame,
  Problem,
  RangeOf,
  SatelliteInfo,
  StreamState,
} from "./contract.ts";

/** How the connection is. */
export type Link = "connecting" | "open" | "lost";

export interface StreamHandlers {
  satellites(list: SatelliteInfo[]): void;
  state(state: StreamState): void;
  frame(frame: Frame): void;
  gaps(gaps: RangeOf[]): void;
  backfilled(range: Backfilled): void;
  problem(problem: Problem): void;
  link(link: Link): void;
  /** The server will not serve this address; only what it does not know, 404, is asked for again. */
  refused(problem: Problem, serverTimeMs: number): void;
}

/**
 * Heartbeats are invisible here, so a stream silent for this long is opened
 * anew: thrice as long as a whole catalogue is between two positions.
 */
const silenceMs = 180_000;
const comeBackMs = 3_000;
const longestWaitMs = 15_000;
/** What is not known to the server may be recorded any time. */
const lookAgainMs = 60_000;

/**
 * One event stream that mends itself.
 *
 * After a cut it is opened again soon. EventSource gives up after an answer
 * other than 200, such as a proxy's 502 while the server starts: then the
 * answer is looked at, and the stream opened again with growing waits.
 */
export class Stream {
  lastEventId: string | null = null;
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #attempts = 0;
  #link: Link = "connecting";
  #closed = false;
  readonly #url: (lastEventId: string | null) => string;
  readonly #handlers: StreamHandlers;

  constructor(
    url: (lastEventId: string | null) => string,
    handlers: StreamHandlers,
  ) {
    this.#url = url;
    this.#handlers = handlers;
    this.#open();
  }

  close(): void {
    this.#closed = true;
    this.#source?.close();
    clearTimeout(this.#timer);
  }

  #open(): void {
    this.#source?.close();
    const source = new EventSource(this.#url(this.lastEventId));
    this.#source = source;
    const handlers = this.#handlers;
    const on = <T>(name: string, handle: (data: T) => void) =>
      source.addEventListener(name, (event: MessageEvent<string>) => {
        if (this.#closed || source !== this.#source) return;
        if (event.lastEventId) this.lastEventId = event.lastEventId;
        this.#listen();
        const data = parse<T>(event.data);
        if (data !== null) handle(data);
      });
    on<{ satellites: SatelliteInfo[] }>(
      "satellites",
      (data) => handlers.satellites(data.satellites),
    );
    on<StreamState>("state", (state) => {
      if (state.state === "end") this.close();
      handlers.state(state);
    });
    on<Frame>("positions", (frame) => handlers.frame(frame));
    on<{ gaps: RangeOf[] }>("gaps", (data) => handlers.gaps(data.gaps));
    on<Backfilled>("backfilled", (range) => handlers.backfilled(range));
    on<Problem>("problem", (problem) => handlers.problem(problem));
    source.onopen = () => {
      this.#attempts = 0;
      this.#setLink("open");
      this.#listen();
    };
    source.onerror = () => {
      if (this.#closed || source !== this.#source) return;
      this.#setLink("lost");
      if (source.readyState === EventSource.CLOSED) return void this.#recover();
      // By itself it would ask again for the window as it was.
      source.close();
      this.#openIn(comeBackMs);
    };
    this.#listen();
  }

  #listen(): void {
    clearTimeout(this.#timer);
    if (!this.#closed) {
      this.#timer = setTimeout(() => this.#open(), silenceMs);
    }
  }

  #setLink(link: Link): void {
    if (link === this.#link) return;
    this.#link = link;
    this.#handlers.link(link);
  }

  /** Asks why the stream was closed, which EventSource does not tell. */
  async #recover(): Promise<void> {
    const abort = new AbortController();
    try {
      const answer = await fetch(this.#url(this.lastEventId), {
        headers: { accept: "text/event-stream" },
        signal: abort.signal,
      });
      const serverTimeMs = Date.parse(answer.headers.get("date") ?? "");
      if (this.#closed) return;
      if (answer.status === 204) {
        this.close();
        this.#setLink("open");
        const server_time = new Date(serverTimeMs || Date.now()).toISOString();
        return this.#handlers.state({ state: "end", server_time });
      }
      const { status } = answer;
      if (isRefused(answer)) {
        const problem = parse<Problem>(await answer.text()) ?? {};
        if (this.#closed) return;
        if (status === 404) this.#openIn(lookAgainMs);
        else this.close();
        // Reached it is, only not of one mind.
        this.#setLink("open");
        return this.#handlers.refused({ status, ...problem }, serverTimeMs);
      }
    } catch {
      // No answer at all: the same wait as for a wrong one.
    } finally {
      abort.abort();
    }
    if (this.#closed) return;
    const waitMs = Math.min(longestWaitMs, 1_000 * 2 ** this.#attempts++);
    this.#openIn(waitMs);
  }

  #openIn(waitMs: number): void {
    clearTimeout(this.#timer);
    // Spread, so that not all pages come back at the same instant.
    const spreadMs = waitMs * (0.75 + 0.5 * Math.random());
    this.#timer = setTimeout(() => this.#open(), spreadMs);
  }
}

function parse<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
