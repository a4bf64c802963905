import { TestApp, type TestAppOptions } from "./test_app.ts";

/** A test app behind a real server, and clients that read as they please. */
export class ServedApp {
  readonly test: TestApp;
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  readonly #connections: Deno.TcpConn[] = [];
  readonly #stop = new AbortController();

  constructor(test: TestApp) {
    this.test = test;
    this.#server = Deno.serve({
      hostname: "127.0.0.1",
      port: 0,
      signal: this.#stop.signal,
      onListen() {},
      onError: () => new Response(null, { status: 500 }),
    }, test.app.fetch);
  }

  static async given(
    events: Parameters<typeof TestApp.given>[0],
    options: TestAppOptions = {},
  ): Promise<ServedApp> {
    return new ServedApp(await TestApp.given(events, options));
  }

  /** The whole address of a path. */
  url(path: string): string {
    const { hostname, port } = this.#server.addr;
    return `http://${hostname}:${port}${path}`;
  }

  /** Sends a request and reads nothing of the answer, unless it is told to. */
  async connect(path: string): Promise<Deno.TcpConn> {
    const { hostname, port } = this.#server.addr;
    const connection = await Deno.connect({ hostname, port });
    this.#connections.push(connection);
    const clients = this.test.clients.size;
    const request = `GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`;
    await connection.write(new TextEncoder().encode(request));
    while (this.test.clients.size === clients) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return connection;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const connection of this.#connections) connection[Symbol.dispose]();
    this.#stop.abort();
    await this.#server.finished;
    await this.test[Symbol.asyncDispose]();
  }
}
