import type { Session } from "./feed/session.ts";
import { texts } from "./texts.ts";

/**
 * Returns the sentence that stands in place of an empty page, or nothing.
 *
 * @param unavailable Why the server has nothing to show, as it says.
 * @param unknown Satellites of which the server knows none; null otherwise.
 */
export function describeEmptiness(
  { recording, link }: Session,
  { satellites, unavailable, unknown }: {
    satellites: readonly number[] | null;
    unavailable: string | null;
    unknown: readonly number[] | null;
  },
): string {
  if (unknown) return texts.page.unrecorded(unknown.join(", "));
  if (!recording.listed) {
    if (link !== "lost") return "";
    return unavailable === null
      ? texts.page.unreachable
      : texts.page.unavailable(unavailable);
  }
  if (recording.satellites.size > 0) return "";
  return satellites
    ? texts.page.waitingFor(satellites.join(", "))
    : texts.page.waiting;
}
