import { deepEqual, equal } from "node:assert/strict";
import { parseLocator } from "./parse_locator.ts";

function middleOf(text: string): number[] {
  const { latitudeDeg, longitudeDeg } = parseLocator(text)!;
  return [latitudeDeg, longitudeDeg];
}

Deno.test("parseLocator() is the middle of the square that a locator names", () => {
  deepEqual(middleOf("JO62"), [52.5, 13]);
  deepEqual(middleOf("JO62qm"), [52.5208, 13.375]);
  deepEqual(middleOf(" kp20le "), [60.1875, 24.9583]);
  deepEqual(middleOf("AA00aa00"), [-89.9979, -179.9958]);
  deepEqual(middleOf("RR99XX99"), [89.9979, 179.9958]);
});

Deno.test("parseLocator() keeps the locator as it is usually written", () => {
  equal(parseLocator("jo62QM23")!.name, "JO62qm23");
  equal(parseLocator(" jo62")!.name, "JO62");
});

Deno.test("parseLocator() refuses what is none", () => {
  for (const text of ["", "JO", "JO6", "JO62q", "SA00", "JO62yy", "Oslo"]) {
    equal(parseLocator(text), null, text);
  }
});
