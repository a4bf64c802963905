import type { Sqlite } from "../../shared/sqlite.ts";
import { RecordedAudits } from "./audits/recorded_audits.ts";
import { SetAudits } from "./audits/set_audits.ts";
import type { Derivation } from "./derivation.ts";
import { NodeCrossings } from "./nodes/node_crossings.ts";

/** Every kind of derived rows. */
export function createDerivations(db: Sqlite): Derivation[] {
  return [new NodeCrossings(db), new SetAudits(db), new RecordedAudits(db)];
}
