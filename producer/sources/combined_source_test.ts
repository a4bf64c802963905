import assert from "node:assert/strict";
import { bundledSatellites } from "../testdata/bundled_satellites.ts";
import { GivenSource } from "../testdata/given_source.ts";
import { CombinedSource } from "./combined_source.ts";
import { elementRequest } from "./element_source.ts";

const [terra, aqua] = bundledSatellites(["TERRA", "AQUA"])
  .map(({ elements }) => elements.set);
const signal = new AbortController().signal;

function given() {
  const parts = [new GivenSource(), new GivenSource()] as const;
  const source = new CombinedSource(parts, { nowMs: () => 0 });
  const read = async (word: string) => {
    const answer = await source.read(elementRequest(word), signal);
    const sets = answer.elementSets.map(({ set, source }) =>
      `${set.noradId} ${source}`
    );
    return { sets, problems: answer.problems };
  };
  return { first: parts[0], second: parts[1], read };
}

Deno.test("CombinedSource gives the sets of all sources, and the problems of all", async () => {
  const { first, second, read } = given();
  first.has([terra!], ["one"]);
  second.has([terra!, aqua!], ["two"]);
  assert.deepEqual(await read("all"), {
    sets: ["25994 given", "25994 given", "27424 given"],
    problems: ["one", "two"],
  });
});

Deno.test("CombinedSource turns to the bundled sets where no source knows of it", async () => {
  const { first, read } = given();
  assert.deepEqual((await read("TERRA")).sets, ["25994 bundled"]);
  first.has([aqua!]);
  assert.deepEqual((await read("TERRA")).sets, ["25994 bundled"]);
  assert.deepEqual((await read("all")).sets, ["27424 given"]);
  first.has([terra!]);
  assert.deepEqual((await read("TERRA")).sets, ["25994 given"]);
});
