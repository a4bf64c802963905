import { formatInstant } from "../../shared/instant.ts";
import type { Propagated } from "./propagation_audit.ts";

/** How many positions of an hour are wrong, and one; null where none is. */
export function describeWrong(found: Propagated): string | null {
  const { wrong, positions, firstWrong, failure, largest } = found;
  if (wrong === 0) return null;
  const count = `${wrong.toLocaleString("en")} of ` +
    `${positions.toLocaleString("en")} positions are not where their ` +
    "element sets put them";
  if (firstWrong === null || largest === null) return `${count}: ${failure}`;
  return `${count}: the first, of ${formatInstant(firstWrong.timeMs)}, must ` +
    `be within ${firstWrong.allowedM.toFixed(3)} m: current value is ` +
    `${firstWrong.errorM.toFixed(3)} m, and the largest ` +
    `${largest.errorM.toFixed(3)} m`;
}
