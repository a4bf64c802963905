import { deepEqual } from "node:assert/strict";
import type { SatelliteInfo } from "../feed/contract.ts";
import { findPredictable } from "./find_predictable.ts";

const satellite = (noradId: number, hasElements: boolean) => ({
  info: {
    norad_id: noradId,
    element_set: hasElements
      ? { id: "a", epoch: null, age_hours: null, source: "test" }
      : null,
  } as SatelliteInfo,
});

Deno.test("findPredictable() leaves out live who has no elements: the past is recorded", () => {
  const both = [satellite(1, true), satellite(2, false)];
  deepEqual(findPredictable(both, { kind: "live" }), [1]);
  deepEqual(findPredictable(both, { kind: "replay" }), [1, 2]);
});
