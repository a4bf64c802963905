import { equal } from "node:assert/strict";
import { joinNames } from "./join_names.ts";

Deno.test("joinNames() writes out three names, and counts the others", () => {
  equal(joinNames(["TERRA"]), "TERRA");
  equal(joinNames(["TERRA", "AQUA"]), "TERRA and AQUA");
  equal(joinNames(["TERRA", "AQUA", "AURA"]), "TERRA, AQUA and AURA");
  equal(
    joinNames(["TERRA", "AQUA", "AURA", "SUOMI NPP", "ISS"]),
    "TERRA, AQUA, AURA and 2 more",
  );
});
