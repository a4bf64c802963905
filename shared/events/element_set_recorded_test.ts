import assert from "node:assert/strict";
import { bundledElementSets, findBundled } from "../../tle/bundled_elements.ts";
import {
  type ElementSetRecorded,
  elementSetRecorded,
  toElementSet,
} from "./element_set_recorded.ts";
import { encodeEvent, eventTimestampMs } from "./event.ts";
import { decodeValue } from "./testdata/decode_value.ts";

const received = { source: "bundled", timeMs: Date.parse("2026-08-22T06:00Z") };
const event = elementSetRecorded(findBundled("TERRA")!, received);

const decodeChanged = (change: Record<string, unknown>) =>
  decodeValue(encodeEvent({ ...event, ...change } as ElementSetRecorded));

Deno.test("elementSetRecorded() keeps every number, through bytes and back", () => {
  for (const set of bundledElementSets) {
    const decoded = decodeValue(
      encodeEvent(elementSetRecorded(set, received)),
    );
    assert.equal(decoded.type, "ElementSetRecorded");
    assert.deepEqual(toElementSet(decoded as ElementSetRecorded), set);
  }
});

Deno.test("elementSetRecorded() keeps what may be missing, and the microseconds of the epoch", () => {
  const set = {
    ...findBundled("ISS")!,
    name: null,
    internationalDesignator: null,
    epochUs: 1_787_323_002_123_457,
  };
  const decoded = decodeValue(encodeEvent(elementSetRecorded(set, received)));
  assert.deepEqual(toElementSet(decoded as ElementSetRecorded), set);
});

Deno.test("elementSetRecorded() keeps epochs of 1957 to 2199", () => {
  for (
    const [year, month, day] of [[1957, 0, 1], [1958, 2, 18], [
      2199,
      11,
      31,
    ]] as const
  ) {
    const epochUs = Date.UTC(year, month, day) * 1000 + 123_457;
    const set = { ...findBundled("ISS")!, epochUs };
    const decoded = decodeValue(encodeEvent(elementSetRecorded(set, received)));
    assert.deepEqual(toElementSet(decoded as ElementSetRecorded), set);
  }
});

Deno.test("eventTimestampMs() of an element set is when it was received", () => {
  assert.equal(eventTimestampMs(event), received.timeMs);
});

Deno.test("decodeEvent() refuses an element set whose id is not that of its numbers", () => {
  for (
    const change of [
      { element_set: "000000000000" },
      { mean_motion: event.mean_motion + 1e-7 },
      { norad_cat_id: 1 },
    ]
  ) {
    assert.throws(() => decodeChanged(change), {
      name: "DecodeError",
      message: /^Cannot decode event as its element_set must be [0-9a-f]{12}, /,
    });
  }
});

Deno.test("decodeEvent() refuses an element set whose epoch is no instant", () => {
  for (const epoch of ["", "yesterday", "2026-02-30T00:00:00Z", "1956-10-04"]) {
    assert.throws(() => decodeChanged({ epoch }), {
      name: "DecodeError",
      message: /^Cannot decode event as epoch is wrong: an instant must be/,
    });
  }
});

Deno.test("decodeEvent() refuses numbers that no orbit has", () => {
  for (
    const [field, value] of [
      ["norad_cat_id", 0],
      ["mean_motion", 0],
      ["eccentricity", 1],
      ["inclination", 180.1],
      ["ra_of_asc_node", -1],
      ["bstar", null],
      ["received_at", "today"],
      ["received_at", "2026-08-22T06:00:00"],
      ["classification_type", "X"],
      ["source", ""],
    ] as const
  ) {
    assert.throws(() => decodeChanged({ [field]: value }), {
      name: "DecodeError",
      message: new RegExp(`^Cannot decode event as ${field} is wrong: `),
    });
  }
});
