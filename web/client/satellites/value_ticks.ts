/** One mark of an axis of values. */
export interface ValueTick {
  value: number;
  label: string;
}

/** Returns round marks inside a range of values, `maxCount` at most. */
export function valueTicks(
  min: number,
  max: number,
  maxCount: number,
): ValueTick[] {
  if (!(max > min)) return [];
  const power = Math.floor(Math.log10((max - min) / maxCount));
  for (let exponent = power;; exponent++) {
    for (const factor of [1, 2, 5]) {
      const step = factor * 10 ** exponent;
      const first = Math.ceil(min / step);
      const last = Math.floor(max / step);
      if (last - first + 1 > maxCount) continue;
      const digits = Math.max(0, -exponent);
      return Array.from({ length: last - first + 1 }, (_, i) => {
        const value = (first + i) * step;
        return { value, label: value.toFixed(digits) };
      });
    }
  }
}
