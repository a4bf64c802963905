import type { Sqlite } from "../../shared/sqlite.ts";
import { RecordedAudits } from "./audits/recorded_audits.ts";
import { SetAudits } from "./audits/set_audits.ts";
import type { Derivation } from "./derivation.ts";

/** Every kind of derived rows. */
export function createDerivations(db: Sqlite): Derivation[] {
  return [new SetAudits(db), new RecordedAudits(db)];
}
