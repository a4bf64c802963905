const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** `2026-08-23 14:36:42` */
export function formatDateTime(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 19).replace("T", " ");
}

/** `14:36:42`, or with its date when that is not the day of `nearMs`. */
export function formatTimeOfDay(timeMs: number, nearMs = timeMs): string {
  const text = formatDateTime(timeMs);
  return text.slice(0, 10) === formatDateTime(nearMs).slice(0, 10)
    ? text.slice(11)
    : text;
}

/** `2026-08-23T14:36:42Z`, for addresses and requests. */
export function formatIso(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(".000Z", "Z");
}

/** A length of time in at most two units: `12 s`, `7 min`, `1 h 22 min`, `2 d 3 h`. */
export function formatDuration(durationMs: number): string {
  // Each limit is where what would be written turns over.
  const seconds = Math.max(1, Math.round(durationMs / second));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 10 * 60) {
    return twoUnits(Math.floor(seconds / 60), "min", seconds % 60, "s");
  }
  const minutes = Math.round(durationMs / minute);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) {
    return twoUnits(Math.floor(minutes / 60), "h", minutes % 60, "min");
  }
  const hours = Math.round(durationMs / hour);
  return twoUnits(Math.floor(hours / 24), "d", hours % 24, "h");
}

function twoUnits(a: number, unitA: string, b: number, unitB: string): string {
  return b === 0 ? `${a} ${unitA}` : `${a} ${unitA} ${b} ${unitB}`;
}

/** Two decimals, never `-0.00`. */
export function formatReading(value: number): string {
  const text = value.toFixed(2);
  return text === "-0.00" ? "0.00" : text;
}

/**
 * `12.34° N, 56.78° E`: latitude first, as everywhere on the page.
 *
 * @param decimals Null for as many as there are.
 */
export function formatCoordinates(
  place: { latitudeDeg: number; longitudeDeg: number },
  decimals: number | null = 2,
): string {
  const latitude = formatLatitude(place.latitudeDeg, decimals);
  return `${latitude}, ${formatLongitude(place.longitudeDeg, decimals)}`;
}

/** `12.34° N` */
export function formatLatitude(
  degrees: number,
  decimals: number | null = 2,
): string {
  const size = sizeOf(degrees, decimals);
  return `${size}° ${degrees < 0 && Number(size) > 0 ? "S" : "N"}`;
}

/** `56.78° E` */
export function formatLongitude(
  degrees: number,
  decimals: number | null = 2,
): string {
  const size = sizeOf(degrees, decimals);
  return `${size}° ${degrees < 0 && Number(size) > 0 ? "W" : "E"}`;
}

function sizeOf(degrees: number, decimals: number | null): string {
  const size = Math.abs(degrees);
  return decimals === null ? String(size) : size.toFixed(decimals);
}

/** `3,600` */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString("en-US");
}

/** A lag: `0.4 s`, `14 s`, `3 min`. */
export function formatLag(lagMs: number): string {
  const lag = Math.max(0, lagMs);
  return lag < 9_950 ? `${(lag / second).toFixed(1)} s` : formatDuration(lag);
}

/** An age: `14 h`, `1.9 d`, `93 d`. */
export function formatAge(ageMs: number): string {
  const hours = Math.round(Math.abs(ageMs) / hour);
  if (hours < 24) return `${hours} h`;
  const days = Math.abs(ageMs) / day;
  return days < 9.95 ? `${days.toFixed(1)} d` : `${Math.round(days)} d`;
}
