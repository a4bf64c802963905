import { formatTimeOfDay } from "../format.ts";
import type { StatusAnswer } from "./contract.ts";
import { texts } from "./status_texts.ts";

/** Says of when the projector's numbers are, where it is gone. */
export function asLeft(
  { projector }: StatusAnswer,
  nowMs: number,
): { old?: string } {
  if (projector === null || projector.running) return {};
  const leftMs = Date.parse(projector.updated);
  return { old: texts.asLeft(formatTimeOfDay(leftMs, nowMs)) };
}
