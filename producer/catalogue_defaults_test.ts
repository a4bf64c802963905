import assert from "node:assert/strict";
import { withCatalogueDefaults } from "./catalogue_defaults.ts";

Deno.test("withCatalogueDefaults() overrules what was not set, and nothing else", () => {
  const settings = { BACKFILL: 86_400_000, TOPIC_PARTITIONS: 1, STEP: 1000 };
  assert.deepEqual(withCatalogueDefaults(settings, () => undefined), {
    BACKFILL: 0,
    TOPIC_PARTITIONS: 4,
    STEP: 1000,
  });
  assert.deepEqual(withCatalogueDefaults(settings, () => "set"), settings);
});
