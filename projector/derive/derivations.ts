import type { Sqlite } from "../../shared/sqlite.ts";
import type { Derivation } from "./derivation.ts";

/** Every kind of derived rows. */
export function createDerivations(_db: Sqlite): Derivation[] {
  return [];
}
