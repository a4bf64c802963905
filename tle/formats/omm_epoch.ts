const EARLIEST_US = Date.UTC(1957, 0, 1) * 1000;
/** Microseconds are exact in a double until 2255. */
const LATEST_US = Date.UTC(2200, 0, 1) * 1000;

/**
 * Reads an OMM's EPOCH, UTC with or without Z, into microseconds since 1970.
 * Never through a `Date` of its text, which ends at milliseconds: 4 m of orbit.
 *
 * @returns Null where it is no such time. More than six decimals are rounded.
 */
export function parseOmmEpoch(value: unknown): number | null {
  if (typeof value !== "string") return null;
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z?$/.exec(
    value.trim(),
  );
  if (parts === null) return null;
  const [, whole = "", fraction = ".0"] = parts;
  const ms = Date.parse(`${whole}Z`);
  // Date.parse takes February 30 for March 2, and 24:00 for the next day.
  if (!Number.isFinite(ms) || !new Date(ms).toISOString().startsWith(whole)) {
    return null;
  }
  const epochUs = ms * 1000 + Math.round(Number(fraction) * 1e6);
  return epochUs >= EARLIEST_US && epochUs < LATEST_US ? epochUs : null;
}

/** Writes an epoch as CelesTrak does: six decimals and no Z. */
export function formatOmmEpoch(epochUs: number): string {
  const ms = Math.floor(epochUs / 1000);
  const micros = String(epochUs - ms * 1000).padStart(3, "0");
  return new Date(ms).toISOString().replace("Z", micros);
}
