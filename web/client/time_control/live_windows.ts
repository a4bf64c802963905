const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How much of the past a live view shows, from the shortest on. */
export const windows = ["1h", "6h", "24h", "7d", "31d"] as const;
export type LiveWindow = (typeof windows)[number];

export const windowLengthMs: Record<LiveWindow, number> = {
  "1h": hourMs,
  "6h": 6 * hourMs,
  "24h": dayMs,
  "7d": 7 * dayMs,
  "31d": 31 * dayMs,
};

/** Returns the shortest window that holds so much; the longest, if none does. */
export function windowFor(lengthMs: number): LiveWindow {
  return windows.find((known) => windowLengthMs[known] >= lengthMs) ??
    windows.at(-1)!;
}
