import { printableLine } from "../../shared/printable.ts";
import {
  elementRequest,
  type ElementSource,
} from "../sources/element_source.ts";
import { type AddPorts, addSets } from "./add_sets.ts";

/**
 * Asks a source for a satellite, a group or all, and appends the sets that are
 * new. What went wrong is told with what to do about it.
 *
 * @returns Whether there was a set, known ones included, and nothing went wrong.
 * @throws {EventLogError} If the log cannot take them now.
 */
export async function fetchSets(
  word: string,
  source: ElementSource,
  ports: AddPorts,
): Promise<boolean> {
  const { signal } = new AbortController();
  const answer = await source.read(elementRequest(word), signal);
  const { elementSets: sets, problems } = answer;
  for (const problem of problems) {
    ports.warn(`${word}: ${printableLine(problem)}`);
  }
  if (sets.length === 0) return false;
  const received = new Date(sets[0]!.receivedMs).toISOString();
  await addSets({ from: `${word}, received ${received}`, sets }, ports);
  return problems.length === 0;
}
