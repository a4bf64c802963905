import { basename } from "node:path";
import { printableLine } from "../../shared/printable.ts";
import { parseElements } from "../../tle/formats/parse_elements.ts";
import { type AddPorts, addSets } from "./add_sets.ts";
import { readElementsFile } from "./read_elements_file.ts";

/**
 * Imports a file of element sets: each that is new is appended, and what is
 * refused is told line by line.
 *
 * @returns Whether there was a set that could be taken, known ones included.
 * @throws {EventLogError} If the log cannot take them now.
 */
export async function importFile(
  path: string,
  ports: AddPorts & { readonly nowMs: () => number },
): Promise<boolean> {
  let text: string;
  try {
    text = await readElementsFile(path);
  } catch (error) {
    ports.warn((error as Error).message);
    return false;
  }
  const { elementSets, problems } = parseElements(text);
  for (const { line, message } of problems) {
    ports.warn(`${path}:${line}: ${printableLine(message)}`);
  }
  const source = `file:${basename(path)}`;
  const receivedMs = ports.nowMs();
  const sets = elementSets.map((set) => ({ set, source, receivedMs }));
  await addSets({ from: path, sets, refused: problems.length }, ports);
  return sets.length > 0;
}
