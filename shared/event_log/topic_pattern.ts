/**
 * Makes a test for topic names: whether one of the patterns matches. `*`
 * stands for any characters, none included; everything else for itself.
 */
export function createTopicMatcher(
  patterns: readonly string[],
): (name: string) => boolean {
  const pieces = patterns.map((pattern) => pattern.split("*"));
  return (name) => pieces.some((piece) => matchesPieces(piece, name));
}

/**
 * Takes each piece where it is found first, which never misses a match and,
 * unlike a regular expression, never takes more than one way through the name.
 */
function matchesPieces(pieces: readonly string[], name: string): boolean {
  const first = pieces[0]!;
  if (pieces.length === 1) return name === first;
  const last = pieces.at(-1)!;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
