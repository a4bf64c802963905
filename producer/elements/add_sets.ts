import type { SourcedSet } from "../sources/element_source.ts";
import { appendNewSets, type AppendPorts } from "./append_new_sets.ts";

/** Element sets as they were read or fetched. */
export interface GivenSets {
  /** A file, or what was asked for, as people gave it. */
  readonly from: string;
  readonly sets: readonly SourcedSet[];
  /** How many others could not be read, where that is known. */
  readonly refused?: number;
}

export interface AddPorts extends AppendPorts {
  /** What became of them, one line. */
  readonly say: (message: string) => void;
  /** What could not be taken, each part of it one line. */
  readonly warn: (message: string) => void;
}

/**
 * Appends the element sets that are new, and tells what became of all.
 *
 * @throws {EventLogError} If the log cannot take them now.
 */
export async function addSets(
  { from, sets, refused }: GivenSets,
  ports: AddPorts,
): Promise<void> {
  const { added, known, repeated } = await appendNewSets(sets, ports);
  const counts = Object.entries({
    "element sets read": sets.length,
    "new": added,
    "known already": known,
    "repeated within it": repeated,
    refused,
  }).filter(([_, count]) => count !== undefined);
  const said = counts.map(([what, n]) => `${what}: ${n!.toLocaleString("en")}`);
  ports.say(`${from}: ${said.join(", ")}`);
}
