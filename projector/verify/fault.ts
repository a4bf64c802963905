import { formatInstant } from "../../shared/instant.ts";

/** What is looked at, each for itself. */
export type Check = "counts" | "log" | "sealed" | "propagation";

/** Something that is not as it must be, and where. */
export interface Fault {
  readonly check: Check;
  readonly topic: string;
  readonly partition?: number;
  readonly noradId?: number;
  /** Begin of the hour, or of the day. */
  readonly fromMs?: number;
  readonly span?: "hour" | "day";
  /** What must be, and what is. */
  readonly message: string;
}

/** A fault in words. */
export function describeFault(fault: Fault): string {
  const { topic, partition, noradId, fromMs, span = "hour" } = fault;
  const where = partition === undefined ? topic : `${topic}/${partition}`;
  const who = noradId === undefined ? "" : `${noradId} on `;
  const when = fromMs === undefined
    ? ""
    : `, ${span} of ${formatInstant(fromMs)}`;
  return `${who}${where}${when}: ${fault.message}`;
}
