/**
 * Finds where something begins to hold in a list, by halving: the first index
 * below `end` of which it holds, or `end` where it holds of none.
 *
 * @param holds Once it holds of an index, it must of all that follow.
 */
export function firstIndex(
  end: number,
  holds: (index: number) => boolean,
): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
