/** What becomes of what a broker answers. */
type Answers = "pass" | "cut" | "hold";

/**
 * Stands between a client and a broker, which must name it as its address.
 * It can cut connections when the broker answers: the broker then has what was
 * sent, and the client does not know. Or it keeps the answers to itself.
 */
export class TcpProxy implements AsyncDisposable {
  answers: Answers = "pass";
  readonly port: number;
  readonly #listener: Deno.TcpListener;
  readonly #target: number;
  readonly #open = new Set<Deno.TcpConn>();
  readonly #held = new Set<Deno.TcpConn>();
  readonly #serving: Promise<void>;

  constructor(port: number, target: number) {
    this.#listener = Deno.listen({ hostname: "127.0.0.1", port });
    this.port = port;
    this.#target = target;
    this.#serving = this.#serve();
  }

  /** How many connections clients have. */
  get connections(): number {
    return this.#open.size / 2;
  }

  /** Lets nothing pass any more on the connections that there are. */
  holdAll(): void {
    for (const connection of this.#open) this.#held.add(connection);
  }

  /** Cuts all connections, now. */
  cutAll(): void {
    for (const connection of this.#open) close(connection);
    this.#open.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    this.cutAll();
    await this.#serving;
  }

  async #serve(): Promise<void> {
    const pairs: Promise<void>[] = [];
    for await (const client of this.#listener) {
      pairs.push(this.#join(client));
    }
    await Promise.all(pairs);
  }

  async #join(client: Deno.TcpConn): Promise<void> {
    let broker: Deno.TcpConn;
    try {
      broker = await Deno.connect({
        hostname: "127.0.0.1",
        port: this.#target,
      });
    } catch {
      // No broker: the client is told as the broker itself would tell it.
      return close(client);
    }
    this.#open.add(client).add(broker);
    const end = () =>
      [client, broker].forEach((c) => {
        close(c);
        this.#open.delete(c);
      });
    await Promise.all([
      forward(client, broker, () => this.#held.has(client) ? "hold" : "pass"),
      forward(
        broker,
        client,
        () => this.#held.has(broker) ? "hold" : this.answers,
      ),
    ].map((side) => side.finally(end)));
  }
}

/** Until one side ends, or may not go on. */
async function forward(
  from: Deno.TcpConn,
  to: Deno.TcpConn,
  fate: () => Answers,
): Promise<void> {
  const buffer = new Uint8Array(65_536);
  try {
    for (;;) {
      const count = await from.read(buffer);
      if (count === null || fate() === "cut") return;
      if (fate() === "hold") continue;
      for (let at = 0; at < count;) {
        at += await to.write(buffer.subarray(at, count));
      }
    }
  } catch {
    // Either side has gone, which ends both.
  }
}

function close(connection: Deno.TcpConn): void {
  try {
    connection.close();
  } catch {
    // It was closed from the other side.
  }
}
