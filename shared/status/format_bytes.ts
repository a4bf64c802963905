const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** Writes a number of bytes for people: `0 B`, `950 kB`, `1.2 GB`. */
export function formatBytes(bytes: number): string {
  let [value, unit] = [bytes, 0];
  // From here on it would be written as 1000.
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}
