const units = ["B", "kB", "MB", "GB", "TB"];

/** A number of bytes: `0 B`, `950 kB`, `1.2 GB`. */
export function formatBytes(bytes: number): string {
  let [value, unit] = [Math.abs(bytes), 0];
  // From here on it would be written as 1000.
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${bytes < 0 ? "-" : ""}${value.toFixed(digits)} ${units[unit]}`;
}
