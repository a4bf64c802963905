const minute = 60;
const hour = 3_600;

/** A short time with two digits that count: `11 ms`, `0.19 s`, `4.7 s`, `3 min`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 0.001) return "under 1 ms";
  if (seconds < 0.0995) return `${twoDigits(seconds * 1_000)} ms`;
  if (seconds < 99.5) return `${twoDigits(seconds)} s`;
  if (seconds < 99.5 * minute) return `${twoDigits(seconds / minute)} min`;
  return `${twoDigits(seconds / hour)} h`;
}

function twoDigits(value: number): string {
  const rounded = Number(value.toPrecision(2));
  const decimals = rounded < 1 ? 2 : rounded < 10 ? 1 : 0;
  return String(Number(rounded.toFixed(decimals)));
}
