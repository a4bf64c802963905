import type { ColumnAction } from "./column_actions.ts";

/** Returns the columns as they are after an action on one of them. */
export function arrange(
  noradIds: readonly number[],
  noradId: number,
  action: ColumnAction,
): number[] {
  const others = noradIds.filter((id) => id !== noradId);
  if (action === "hide") return others;
  const index = noradIds.indexOf(noradId) + (action === "earlier" ? -1 : 1);
  return others.toSpliced(Math.max(0, index), 0, noradId);
}
