import type { RecordedPosition } from "../../shared/events/positions_recorded.ts";

/** A whole hour, from which the tests count. */
export const START_MS = Date.UTC(2026, 7, 21, 10);
export const SECOND_MS = 1_000;
export const HOUR_MS = 3_600_000;

export const NAMES: Record<number, string> = {
  25994: "TERRA",
  27424: "AQUA",
  28376: "AURA",
};
export const TERRA = 25994;
export const AQUA = 27424;
export const AURA = 28376;

/** A position that follows from its satellite and its time alone. */
export function positionAt(
  noradId: number,
  timeMs: number,
  more: Partial<RecordedPosition> = {},
): RecordedPosition {
  const seconds = (timeMs - START_MS) / SECOND_MS;
  return {
    noradId,
    name: NAMES[noradId] ?? `SATELLITE ${noradId}`,
    timeMs,
    latitudeDeg: 82 * Math.sin(seconds / 943 + noradId),
    longitudeDeg: ((seconds * 0.06 + noradId) % 360) - 180,
    altitudeKm: 705 + 8 * Math.sin(seconds / 1_500 + noradId),
    elementSetId: null,
    origin: "live",
    ...more,
  };
}

/** One position a step of `[fromS, toS)`, in seconds from the start. */
export function positionsOf(
  noradId: number,
  fromS: number,
  toS: number,
  { stepS = 1, ...more }: Partial<RecordedPosition> & { stepS?: number } = {},
): RecordedPosition[] {
  const fromMs = START_MS + Math.round(fromS * SECOND_MS);
  const toMs = START_MS + Math.round(toS * SECOND_MS);
  const stepMs = Math.round(stepS * SECOND_MS);
  return Array.from(
    { length: Math.ceil((toMs - fromMs) / stepMs) },
    (_, i) => positionAt(noradId, fromMs + i * stepMs, more),
  );
}

/** An instant as the API writes it, by its seconds from the start. */
export function at(seconds: number): string {
  return new Date(START_MS + seconds * SECOND_MS).toISOString();
}
