/** Rounds to so many decimals, for an answer; never to minus nothing. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
