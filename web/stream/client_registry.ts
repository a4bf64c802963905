import { Problem } from "../problem.ts";
import {
  CLIENT_BOUNDS,
  type ClientBounds,
  ClientStream,
  type DroppedClient,
} from "./client_stream.ts";
import { HEARTBEAT } from "./message.ts";

const HEARTBEAT_MS = 15_000;

export interface ClientLimits {
  readonly inAll: number;
  readonly perAddress: number;
}

export interface ClientOptions {
  readonly bounds?: ClientBounds;
  readonly heartbeatMs?: number;
  readonly onDropped?: (reason: DroppedClient) => void;
}

/** All clients of the stream: counted, capped, and kept alive. */
export class ClientRegistry {
  readonly #nowMs: () => number;
  readonly #limits: ClientLimits;
  readonly #options: ClientOptions;
  readonly #clients = new Set<ClientStream>();
  readonly #perAddress = new Map<string, number>();
  #dropped = 0;
  #stopping = false;

  constructor(
    nowMs: () => number,
    limits: ClientLimits,
    options: ClientOptions = {},
  ) {
    this.#nowMs = nowMs;
    this.#limits = limits;
    this.#options = options;
  }

  get size(): number {
    return this.#clients.size;
  }

  /** How many were dropped until now. */
  get dropped(): number {
    return this.#dropped;
  }

  /**
   * Takes in a client.
   *
   * @throws {Problem} 503 or 429, if there are too many, or the server stops.
   */
  admit(address: string): ClientStream {
    const { inAll, perAddress } = this.#limits;
    const ofAddress = this.#perAddress.get(address) ?? 0;
    if (this.#stopping) {
      throw new Problem(503, "Cannot stream as the server is stopping");
    }
    if (this.#clients.size >= inAll) {
      throw new Problem(503, `Cannot stream to more than ${inAll} clients`);
    }
    if (ofAddress >= perAddress) {
      throw new Problem(
        429,
        `Cannot stream to more than ${perAddress} clients of one address`,
      );
    }
    const { bounds = CLIENT_BOUNDS, onDropped } = this.#options;
    const client = new ClientStream(this.#nowMs, bounds);
    this.#clients.add(client);
    this.#perAddress.set(address, ofAddress + 1);
    client.closed.then((dropped) => {
      this.#release(client, address);
      if (dropped === null) return;
      this.#dropped++;
      onDropped?.(dropped);
    });
    return client;
  }

  /** Sends heartbeats until the signal, then ends all streams. */
  async run(signal: AbortSignal): Promise<void> {
    const stopped = Promise.withResolvers<void>();
    // A heartbeat also finds out who has stopped reading.
    const timer = setInterval(() => {
      for (const client of this.#clients) client.send(HEARTBEAT);
    }, this.#options.heartbeatMs ?? HEARTBEAT_MS);
    signal.addEventListener("abort", () => stopped.resolve(), { once: true });
    if (!signal.aborted) await stopped.promise;
    clearInterval(timer);
    this.#stopping = true;
    for (const client of this.#clients) client.end();
  }

  #release(client: ClientStream, address: string): void {
    this.#clients.delete(client);
    const left = this.#perAddress.get(address)! - 1;
    if (left === 0) this.#perAddress.delete(address);
    else this.#perAddress.set(address, left);
  }
}
