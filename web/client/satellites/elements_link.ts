import { formatIso } from "../format.ts";

/** The element set on which a recorded position rests, as the API has it. */
export function elementsLink(noradId: number, timeMs: number): string {
  return `/api/v1/satellites/${noradId}/elements?mode=recorded&at=${
    formatIso(timeMs)
  }`;
}
