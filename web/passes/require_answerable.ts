import { formatInstant } from "../../shared/instant.ts";
import { Problem } from "../problem.ts";
import type { CollectedPasses } from "./collect_passes.ts";

/** @throws {Problem} 422, if nothing of the window may be answered. */
export function requireAnswerable(
  { isAnswerable, warnings, window }: Omit<CollectedPasses, "passes">,
  noradIds: readonly number[],
): void {
  if (isAnswerable) return;
  const from = formatInstant(window.fromMs);
  const to = formatInstant(window.toMs);
  const why = warnings.join("; ") || "no positions and no elements are known";
  throw new Problem(
    422,
    `Cannot tell passes of ${
      noradIds.join(", ")
    } from ${from} to ${to}: ${why}`,
  );
}
