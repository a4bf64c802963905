import { equal } from "node:assert/strict";
import { findNamed } from "./find_places.ts";

const places = ["San Diego", "São Paulo", "Tromsø", "N'Djamena"]
  .map((name) => ({ name }));

Deno.test("findNamed() takes a name for the same in any case and without accents", () => {
  for (
    const [text, name] of [
      ["san diego", "San Diego"],
      [" Sao Paulo ", "São Paulo"],
      ["tromso", "Tromsø"],
      ["NDjamena", "N'Djamena"],
    ] as const
  ) equal(findNamed(places, text)?.name, name, text);
});

Deno.test("findNamed() takes no part of a name for it", () => {
  for (const text of ["San", "Diego", "", "San Diegos"]) {
    equal(findNamed(places, text), null, text);
  }
});
