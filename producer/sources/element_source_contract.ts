import assert from "node:assert/strict";
import type { ElementSource } from "./element_source.ts";

/** A source that knows TERRA, with the number and name of August 2026. */
export interface GivenSource {
  readonly source: ElementSource;
  /** As events name it. */
  readonly sourceName: string;
  readonly close: () => Promise<void>;
}

const signal = new AbortController().signal;

/** What holds for every source of element sets. */
export function testElementSource(
  name: string,
  open: () => Promise<GivenSource>,
): void {
  const test = (
    sentence: string,
    run: (given: GivenSource) => Promise<void>,
  ) =>
    Deno.test(`${name}: ${sentence}`, async () => {
      const given = await open();
      try {
        await run(given);
      } finally {
        await given.close();
      }
    });

  test("a satellite is found by number, by name, and among all", async ({ source, sourceName }) => {
    for (
      const request of [
        { kind: "number", noradId: 25994 },
        { kind: "word", word: "Terra" },
        { kind: "all" },
      ] as const
    ) {
      const { elementSets, problems } = await source.read(request, signal);
      assert.deepEqual(problems, []);
      const found = elementSets.filter(({ set }) => set.noradId === 25994);
      assert.equal(found.length, 1);
      assert.equal(found[0]!.source, sourceName);
      assert.ok(found[0]!.receivedMs > 0);
      if (request.kind !== "all") assert.equal(elementSets.length, 1);
    }
  });

  test("what it does not know is no element set, and no error", async ({ source }) => {
    for (
      const request of [
        { kind: "number", noradId: 999_999_999 },
        { kind: "word", word: "no such satellite" },
      ] as const
    ) {
      const { elementSets } = await source.read(request, signal);
      assert.deepEqual(elementSets, []);
    }
  });

  test("the answer is the same object as long as nothing is new", async ({ source }) => {
    for (
      const request of [
        { kind: "number", noradId: 25994 },
        { kind: "number", noradId: 999_999_999 },
      ] as const
    ) {
      const answer = await source.read(request, signal);
      assert.equal(await source.read({ ...request }, signal), answer);
    }
  });
}
