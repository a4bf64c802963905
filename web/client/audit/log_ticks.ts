const number = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** One mark of an axis that shows logarithms of seconds. */
export interface LogTick {
  value: number;
  label: string;
}

/** Returns the ends of an axis of seconds, as whole powers of ten. */
export function logBounds(
  seconds: readonly number[],
): { min: number; max: number } {
  const logs = seconds.filter((value) => value > 0).map(Math.log10);
  if (logs.length === 0) return { min: -2, max: 2 };
  const min = Math.floor(Math.min(...logs));
  return { min, max: Math.max(Math.ceil(Math.max(...logs)), min + 1) };
}

/** Returns marks at powers of ten within bounds, `maxCount` at most. */
export function logTicks(
  { min, max }: { min: number; max: number },
  maxCount: number,
): LogTick[] {
  const step = Math.ceil((max - min + 1) / maxCount);
  const count = Math.floor((max - min) / step) + 1;
  return Array.from({ length: count }, (_, i) => {
    const value = min + i * step;
    return { value, label: number.format(10 ** value) };
  });
}
