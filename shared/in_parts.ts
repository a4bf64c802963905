/** Cuts a list into parts, each small enough to be worked off at a time. */
export function* inParts<T>(
  items: readonly T[],
  length = 250,
): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += length) {
    yield items.slice(at, at + length);
  }
}
