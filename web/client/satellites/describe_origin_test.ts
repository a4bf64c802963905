import { deepEqual } from "node:assert/strict";
import { describeOrigin } from "./describe_origin.ts";
import type { Evidence } from "./read_evidence.ts";

const evidence: Evidence = {
  norad_id: 25994,
  name: "TERRA",
  position: {
    time: "2026-08-23T14:06:20.000Z",
    latitude_deg: -12.3456,
    longitude_deg: 98.7654,
    altitude_km: 702.12,
  },
  origin: "backfill",
  log_position: { topic: "terra_topic", partition: 2, offset: 1234, sample: 7 },
  element_set: {
    id: "3f2a9c41d07b",
    epoch: "2026-08-21T14:00:00.000000Z",
    age_hours: 48.1,
    source: "celestrak",
  },
  expected_timing_error_s: { typical: 0.05, p95: 0.21, basis: "audit" },
};

Deno.test("describeOrigin() tells position, origin, log position, elements and expected error", () => {
  deepEqual(describeOrigin(evidence), [
    {
      label: "Position",
      parts: ["12.35° S, 98.77° E, altitude 702.12 km"],
    },
    { label: "Recorded", parts: ["filled in later"] },
    {
      label: "Log position",
      parts: [
        "terra_topic, partition 2, offset 1234",
        "sample 7 of its event",
      ],
    },
    {
      label: "Elements",
      parts: [
        "set 3f2a9c41d07b",
        "epoch 2026-08-21 14:00:00 UTC",
        "2.0 d old then",
        "source: celestrak",
      ],
      href:
        "/api/v1/satellites/25994/elements?mode=recorded&at=2026-08-23T14:06:20Z",
    },
    {
      label: "Expected error",
      parts: [
        "half within 50 ms, 95 % within 0.21 s",
        "by its own audit",
      ],
    },
  ]);
});

Deno.test("describeOrigin() says where the elements have not arrived, or none are named", () => {
  const elementsOf = (element_set: Evidence["element_set"]) =>
    describeOrigin({ ...evidence, element_set, expected_timing_error_s: null })
      .slice(3);
  const unheardOf = { epoch: null, age_hours: null, source: null };
  deepEqual(elementsOf({ id: "3f2a9c41d07b", ...unheardOf }), [{
    label: "Elements",
    parts: ["set 3f2a9c41d07b, which has not arrived"],
  }]);
  deepEqual(elementsOf(null), [{
    label: "Elements",
    parts: ["not recorded with it"],
  }]);
});
