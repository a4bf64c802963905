/** Enough of a value to know it by; a page of HTML may be one line. */
export function quoteValue(value: unknown): string {
  if (value === undefined) return "missing";
  const text = JSON.stringify(value);
  return text.length <= 82 ? text : `${text.slice(0, 81)}…`;
}
