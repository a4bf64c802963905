import assert from "node:assert/strict";
import { parseTleFile } from "./parse_tle.ts";
import { readSharedData, sharedDataTest } from "../testdata/shared_data.ts";

interface MalformedCase {
  case: string;
  lines: string[];
  accept: boolean | null;
}

sharedDataTest(
  "parseTleFile() takes or refuses each odd set as it should, never silently",
  () => {
    const cases = readSharedData("reference/malformed_elements.jsonl").trim()
      .split("\n");
    assert.equal(cases.length, 45);
    for (const json of cases) {
      const { case: name, lines, accept }: MalformedCase = JSON.parse(json);
      const { elementSets, problems } = parseTleFile(lines.join("\n"));
      assert.ok(elementSets.length + problems.length > 0, name);
      if (accept === true) {
        assert.ok(elementSets.length > 0, `${name}: ${problems[0]?.message}`);
      }
      if (accept === false) {
        assert.deepEqual(elementSets, [], name);
        assert.match(
          problems[0]!.message,
          /^Cannot .+ as .+ must .+: current value is .+$/,
          name,
        );
      }
      if (name === "december-32") {
        assert.equal(
          elementSets[0]?.epochUs,
          Date.UTC(2020, 0, 1, 19, 42, 47, 134) * 1000 + 368,
        );
      }
      if (name === "junk-around") assert.equal(elementSets.length, 2);
    }
  },
);

sharedDataTest(
  "parseTleFile() reads a whole catalogue of three-line elements",
  () => {
    const { elementSets, problems } = parseTleFile(
      readSharedData("catalog/active_2026-08-22_crlf.3le.gz"),
    );
    assert.deepEqual(problems.slice(0, 3), []);
    assert.equal(elementSets.length, 16_069);
    assert.ok(
      elementSets.every((set) => set.name !== null && set.noradId < 100_000),
    );
  },
);

sharedDataTest("parseTleFile() reads TERRA's whole history", () => {
  const { elementSets, problems } = parseTleFile(
    readSharedData("elements/TERRA_25994.tle.gz"),
  );
  assert.deepEqual(problems.slice(0, 3), []);
  assert.equal(elementSets.length, 24_629);
  assert.ok(elementSets.every((set) => set.noradId === 25994));
  const epochs = elementSets.map((set) => set.epochUs);
  assert.deepEqual(epochs, epochs.toSorted((a, b) => a - b));
});
