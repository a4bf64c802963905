import type { Session } from "./feed/session.ts";
import { texts } from "./texts.ts";

/**
 * Returns the sentence that stands in place of an empty page, or nothing.
 *
 * @param unknown Satellites of which the server knows none; null otherwise.
 */
export function describeEmptiness(
  { recording, link }: Session,
  { satellites, unknown }: {
    satellites: readonly number[] | null;
    unknown: readonly number[] | null;
  },
): string {
  if (unknown) return texts.page.unrecorded(unknown.join(", "));
  if (!recording.listed) {
    return link === "lost" ? texts.page.unreachable : "";
  }
  if (recording.satellites.size > 0) return "";
  return satellites
    ? texts.page.waitingFor(satellites.join(", "))
    : texts.page.waiting;
}
