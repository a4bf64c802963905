import aqua from "./data/aqua.json" with { type: "json" };
import aura from "./data/aura.json" with { type: "json" };
import iss from "./data/iss.json" with { type: "json" };
import terra from "./data/terra.json" with { type: "json" };
import type { ElementSet } from "./element_set.ts";
import { parseOmmJson } from "./formats/parse_omm.ts";

/**
 * Element sets of August 2026 (CelesTrak), so that the system runs without a
 * network. Their age is for whoever shows them to tell.
 */
export const bundledElementSets: readonly ElementSet[] = parseOmmJson(
  JSON.stringify([terra, aqua, aura, iss].flat()),
).elementSets;

/**
 * Finds a bundled set by catalogue number, name, or the part of its name before
 * the bracket ("ISS"), in any case.
 */
export function findBundled(nameOrNumber: string): ElementSet | null {
  const wanted = nameOrNumber.trim().toUpperCase();
  return bundledElementSets.find(({ noradId, name }) =>
    wanted === String(noradId) || wanted === name ||
    wanted === name?.split(" (")[0]
  ) ?? null;
}
