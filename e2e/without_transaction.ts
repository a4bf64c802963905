const ROOT = new URL("..", import.meta.url);
const WRITER = new URL("projector/writing/projection_writer.ts", ROOT).href;
const TESTDATA = new URL("projector/testdata/", ROOT).href;

/**
 * Makes flags with which the projector and a replay run as they are, but for
 * the transaction around rows and checkpoint.
 *
 * @param folder Where the import map is written that does it.
 */
export async function flagsWithoutTransaction(
  folder: string,
): Promise<string[]> {
  const text = await Deno.readTextFile(new URL("deno.json", ROOT));
  const { imports } = JSON.parse(text.replaceAll(/^\s*\/\/.*$/gm, ""));
  const torn = `${TESTDATA}writer_without_transaction.ts`;
  const path = `${folder}/without_transaction.json`;
  const map = {
    imports: { ...imports, [WRITER]: torn },
    // The torn one is made from the real one.
    scopes: { [TESTDATA]: { [WRITER]: WRITER } },
  };
  await Deno.writeTextFile(path, JSON.stringify(map));
  return [`--import-map=${path}`, "--no-lock"];
}
