import assert from "node:assert/strict";
import fc from "fast-check";
import { decodePredictions, encodePredictions } from "./audit_codec.ts";

const metres = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const prediction = fc.record({
  kind: fc.constant("set" as const),
  nominalAgeDays: fc.integer({ min: 0, max: 90 }),
  isManoeuvreSuspected: fc.boolean(),
  predictedByRef: fc.integer({ min: 1, max: 1_000_000_000 }),
  samples: fc.integer({ min: 1, max: 100 }),
  ageS: fc.integer({ min: 0, max: 10_000_000 }),
  radialM: metres,
  alongTrackM: metres,
  crossTrackM: metres,
  // Tenths of a millisecond, of more than a day.
  laterS: fc.integer({ min: -3_000_000_000, max: 3_000_000_000 })
    .map((tenths) => tenths / 10_000),
}, { noNullPrototype: true });

Deno.test("decodePredictions() gives what encodePredictions() was given", () => {
  fc.assert(fc.property(fc.array(prediction), (predictions) => {
    const bytes = encodePredictions(predictions);
    assert.deepEqual(decodePredictions(bytes, "set"), predictions);
  }));
});

Deno.test("encodePredictions() rounds, and takes 16 bytes for what is usual", () => {
  const usual = {
    nominalAgeDays: 3,
    isManoeuvreSuspected: true,
    predictedByRef: 100_000,
    samples: 1,
    ageS: 259_200.4,
    radialM: -31.6,
    alongTrackM: 420.5,
    crossTrackM: 12.2,
    laterS: 0.056_04,
  };
  const bytes = encodePredictions([usual]);
  assert.ok(bytes.length <= 16, String(bytes.length));
  assert.deepEqual(decodePredictions(bytes, "recorded"), [{
    ...usual,
    kind: "recorded",
    ageS: 259_200,
    radialM: -32,
    alongTrackM: 421,
    crossTrackM: 12,
    laterS: 0.056,
  }]);
});
