/**
 * Returns which columns have room beside each other: all of them, or without
 * those that go first.
 *
 * @param widths Of each, as narrow as it can be.
 * @param goFirst Those that can go, in this order.
 */
export function fitColumns<C>(
  widths: ReadonlyMap<C, number>,
  room: number,
  goFirst: readonly C[],
): C[] {
  const shown = new Map(widths);
  for (const column of goFirst) {
    const needed = [...shown.values()].reduce((sum, width) => sum + width, 0);
    if (needed <= room) break;
    shown.delete(column);
  }
  return [...shown.keys()];
}
