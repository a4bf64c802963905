import type { ClientStream } from "../stream/client_stream.ts";
import { encodeMessage } from "../stream/message.ts";
import type { LookJson } from "./look_json.ts";

const SECOND_MS = 1_000;

/** What a stream of looks needs of its client. */
export type LookClient = Pick<ClientStream, "isClosed" | "send" | "sleep">;

/**
 * Sends a client where to look, at each whole second and for that very second,
 * until it is gone. Seconds that went by meanwhile are left out: where the
 * satellite was is of no use to who turns an antenna.
 *
 * @param lookAt Of an instant in ms.
 */
export async function sendLooks(
  client: LookClient,
  lookAt: (timeMs: number) => Promise<LookJson>,
  nowMs: () => number,
): Promise<void> {
  for (let lastMs = secondOf(nowMs()); !client.isClosed;) {
    const timeMs = secondOf(nowMs());
    // Any other one than the last is news: a clock may be set back.
    if (timeMs === lastMs) {
      await client.sleep(lastMs + SECOND_MS - nowMs());
      continue;
    }
    lastMs = timeMs;
    const look = await lookAt(timeMs);
    client.send(encodeMessage("look", look, look.time));
  }
}

function secondOf(timeMs: number): number {
  return Math.floor(timeMs / SECOND_MS) * SECOND_MS;
}
