/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import { formatIso } from "../format.ts";
import type { PositionsAnswer } from "./contract.ts";
import type { TimeRange } from "./position_window.ts";

/** What to read of the positions API. */
export interface ReadingRequest {
  satellites: readonly number[] | null;
  range: TimeRange;
  bucketMs: number;
}

/**
 * Returns a range as the server has it, thinned as the page's series are.
 *
 * @throws {Error} If the server does not answer with positions.
 */
export async function readPositions(
  request: ReadingRequest,
  signal: AbortSignal,
): Promise<PositionsAnswer> {
  const path = positionsPath(request);
  const answer = await askServer("read positions", path, signal);
  return await answer.json() as PositionsAnswer;
}

/** Returns the path of a range below `/api/v1/`. */
export function positionsPath(
  { range, satellites, bucketMs }: ReadingRequest,
): string {
  const query = [
    `from=${formatIso(range.fromMs)}`,
    `to=${formatIso(range.toMs)}`,
    `points=${Math.max(1, Math.ceil((range.toMs - range.fromMs) / bucketMs))}`,
  ];
  if (satellites) query.push(`satellites=${satellites.join(",")}`);
  return `positions?${query.join("&")}`;
}
