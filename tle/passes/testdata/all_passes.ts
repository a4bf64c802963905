import type { Site } from "../../look_angles.ts";
import { findPasses, type PassSearch } from "../find_passes.ts";
import type { FoundPass } from "../found_pass.ts";
import type { Motion } from "../motion.ts";

/** All passes of a search at once. */
export function allPasses<M extends Motion>(
  motions: readonly M[],
  site: Site,
  search: PassSearch,
): FoundPass<M>[] {
  return [...findPasses(motions, site, search)].filter((pass) => pass !== null);
}
