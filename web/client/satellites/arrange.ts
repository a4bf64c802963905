import type { ColumnAction } from "./column_actions.ts";

/** Returns the columns as they are after an action on one of them. */
export function arrange(
  noradIds: readonly number[],
  noradId: number,
  action: ColumnAction,
): number[] {
  const others = noradIds.filter((id) => id !== noradId);
  const index = noradIds.indexOf(noradId);
  // Hidden already, it does not come back by being moved.
  if (action === "hide" || index < 0) return others;
  const to = index + (action === "earlier" ? -1 : 1);
  return others.toSpliced(Math.max(0, to), 0, noradId);
}
