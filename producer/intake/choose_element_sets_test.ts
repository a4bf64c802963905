import assert from "node:assert/strict";
import type { SourcedSet } from "../sources/element_source.ts";
import { bundledSatellites } from "../testdata/bundled_satellites.ts";
import { predictedSet } from "../testdata/predicted_set.ts";
import { chooseElementSets } from "./choose_element_sets.ts";

const [{ elements: first } = assert.fail()] = bundledSatellites(["TERRA"]);
const nowMs = first.set.epochUs / 1000 + 86_400_000;

const after = (days: number, source = "file:a.tle"): SourcedSet => ({
  set: predictedSet(first.set, days),
  source,
  receivedMs: 0,
});

Deno.test("chooseElementSets() picks the newest of each object, whichever source has it", () => {
  const aqua = bundledSatellites(["AQUA"])[0]!.elements;
  const newest = after(0.9);
  const chosen = chooseElementSets([first, aqua, newest, after(0.5)], nowMs);
  assert.deepEqual(chosen, [newest, aqua]);
});

Deno.test("chooseElementSets() prefers the first source where two have the same", () => {
  const chosen = chooseElementSets([after(0.5, "a"), after(0.5, "b")], nowMs);
  assert.equal(chosen[0]!.source, "a");
});

Deno.test("chooseElementSets() passes over sets of a far future, and those that give no position", () => {
  const decayed = after(0.9);
  const sets = [
    first,
    after(5),
    { ...decayed, set: { ...decayed.set, meanMotion: 17.1 } },
  ];
  assert.deepEqual(chooseElementSets(sets, nowMs), [first]);
});
