/** Older than this, a number looks old. */
const freshMs = 5_000;

/** Whether what was said so long ago is to look old. */
export function isOld(ageMs: number): boolean {
  return ageMs > freshMs;
}
