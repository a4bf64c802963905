import { readUtf8 } from "../../shared/read_utf8.ts";
import type { CelestrakReply } from "./judge_celestrak_answer.ts";

/** Whoever runs a site that is asked likes to know by what. */
const USER_AGENT = "Groundtrack/1.0 (satellite tracker)";

/** All active objects take 7 MB. */
const MOST_BYTES = 64 * 2 ** 20;

export interface AskOptions {
  /** How long an answer may take, to its last byte. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Asks one address once. Redirects are told, not followed.
 *
 * @throws {Error} If no whole answer came, saying why.
 */
export async function askCelestrak(
  address: URL,
  { timeoutMs, signal }: AskOptions,
): Promise<CelestrakReply> {
  const timeout = new AbortController();
  const timer = setTimeout(
    () => timeout.abort(new Error(`none within ${timeoutMs / 1000} s`)),
    timeoutMs,
  );
  try {
    const response = await fetch(address, {
      headers: { "user-agent": USER_AGENT, accept: "application/json" },
      redirect: "manual",
      signal: AbortSignal.any([signal, timeout.signal]),
    });
    return {
      status: response.status,
      location: response.headers.get("location"),
      body: await readBody(response),
    };
  } finally {
    clearTimeout(timer);
  }
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      throw new Error(`more than ${MOST_BYTES / 2 ** 20} MiB came`);
    }
    chunks.push(chunk);
  }
  const text = readUtf8(
    new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer()),
  );
  if (text === null) throw new Error("what came is not UTF-8");
  return text;
}
