// Asks for one address after another over some connections, in a process of
// its own, and says in JSON what came. Plain sockets, since fetch() takes as
// long to receive an hour as the web app does to make it.
const { urls, times, connections, encoding } = JSON.parse(
  Deno.args[0]!,
) as Load;

/** What is to be asked for. */
export interface Load {
  /** All of one server. */
  readonly urls: readonly string[];
  /** How often all of them. */
  readonly times: number;
  readonly connections: number;
  /** As `accept-encoding` has it. */
  readonly encoding: string;
}

/** What came, from the first request to the last byte. */
export interface Loaded {
  readonly bytes: number;
  readonly ms: number;
}

const MOST_BYTES = 4_000_000;
const encoder = new TextEncoder();
const decoder = new TextDecoder("latin1");
const all = urls.map((url) => new URL(url));
const rest = Array.from({ length: times }, () => all).flat();
let bytes = 0;

const start = performance.now();
await Promise.all(Array.from({ length: connections }, connect));
const ms = performance.now() - start;
console.log(JSON.stringify({ bytes, ms } satisfies Loaded));

async function connect(): Promise<void> {
  const { hostname, port } = new URL(urls[0]!);
  using connection = await Deno.connect({ hostname, port: Number(port) });
  const buffer = new Uint8Array(MOST_BYTES);
  for (let url; (url = rest.shift()) !== undefined;) {
    const request = `GET ${url.pathname}${url.search} HTTP/1.1\r\n` +
      `host: ${url.host}\r\naccept-encoding: ${encoding}\r\n\r\n`;
    await connection.write(encoder.encode(request));
    bytes += await receive(connection, buffer);
  }
}

/** Receives one answer, and returns its length with all that is around it. */
async function receive(
  connection: Deno.TcpConn,
  buffer: Uint8Array,
): Promise<number> {
  let [at, end] = [0, Infinity];
  let isChunked = false;
  while (at < end) {
    const received = await connection.read(buffer.subarray(at));
    if (received === null) throw new Error("The connection was closed");
    at += received;
    if (end === Infinity && !isChunked) {
      const head = decoder.decode(buffer.subarray(0, Math.min(at, 4_096)));
      const headEnd = head.indexOf("\r\n\r\n") + 4;
      if (headEnd < 4) continue;
      if (!head.startsWith("HTTP/1.1 200 ")) throw new Error(head);
      const length = /^content-length: (\d+)/im.exec(head)?.[1];
      isChunked = length === undefined;
      if (!isChunked) end = headEnd + Number(length);
    }
    if (isChunked && hasLastChunk(buffer.subarray(0, at))) end = at;
  }
  return at;
}

function hasLastChunk(answer: Uint8Array): boolean {
  return decoder.decode(answer.subarray(-7)) === "\r\n0\r\n\r\n";
}
