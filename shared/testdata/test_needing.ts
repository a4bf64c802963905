/** Something that not every machine has, and some tests need. */
export interface Need {
  readonly what: string;
  readonly isThere: boolean;
}

/**
 * Registers a test that needs something. Where that is not there it is
 * skipped, and says so; a run with CI=true fails instead, so that no green
 * run rests on tests that did not take place.
 */
export function testNeeding(
  { what, isThere }: Need,
  test: Deno.TestDefinition,
): void {
  if (isThere) return Deno.test(test);
  if (Deno.env.get("CI") === "true") {
    return Deno.test(test.name, () => {
      throw new Error(`Cannot run this test as there must be ${what}`);
    });
  }
  console.warn(`SKIPPED (there is no ${what}): ${test.name}`);
  Deno.test({ ...test, ignore: true });
}
