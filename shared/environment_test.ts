import assert from "node:assert/strict";
import { environmentVariable } from "./environment.ts";

const NAME = "GROUNDTRACK_TEST";

/** Runs a test with a file of its own. */
async function withFile(text: string, test: (path: string) => void) {
  const path = await Deno.makeTempFile();
  try {
    Deno.writeTextFileSync(path, text);
    test(path);
  } finally {
    Deno.env.delete(NAME);
    await Deno.remove(path);
  }
}

Deno.test("environmentVariable() reads the file", () =>
  withFile('# why\nA=one\nB="two words"\n\nC=\n', (path) => {
    const variable = environmentVariable(path);
    assert.equal(variable("A"), "one");
    assert.equal(variable("B"), "two words");
    assert.equal(variable("C") || undefined, undefined);
    assert.equal(variable("D"), undefined);
  }));

Deno.test("environmentVariable() prefers the variables of the process, unless empty", () =>
  withFile(`${NAME}=file\n`, (path) => {
    assert.equal(environmentVariable(path)(NAME), "file");
    Deno.env.set(NAME, "process");
    assert.equal(environmentVariable(path)(NAME), "process");
    Deno.env.set(NAME, "");
    assert.equal(environmentVariable(path)(NAME), "file");
  }));

Deno.test("environmentVariable() does without the file", () => {
  assert.equal(environmentVariable("/nowhere/.env")(NAME), undefined);
});
