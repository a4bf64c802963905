import type { ConnectionFacts } from "./connection.ts";
import type { Problem } from "./contract.ts";
import type { Showing } from "./player.ts";

/** What is to be said of a view's connection follows from this. */
export function connectionFacts(
  { state, session }: Showing,
  { refusal, unavailable }: {
    refusal: Problem | null;
    unavailable: string | null;
  },
): ConnectionFacts {
  const { recording, link, lostSinceMs, lagMs } = session;
  const { phase, newestMs, patienceMs } = recording;
  return {
    link,
    lostSinceMs,
    lagMs,
    phase,
    newestMs,
    patienceMs,
    speed: state.speed,
    refused: refusal !== null && refusal.status !== 404,
    unrecorded: refusal?.status === 404,
    unavailable,
    empty: recording.listed && recording.satellites.size === 0,
  };
}
