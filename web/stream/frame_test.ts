import assert from "node:assert/strict";
import { Frame } from "./frame.ts";
import { filterOf, oncePerFilter } from "./satellite_filter.ts";

const place = { latitudeDeg: 1.5, longitudeDeg: -2.25, altitudeKm: 705.1 };
const frame = new Frame([
  { noradId: 1, timeMs: 1_500, ...place },
  { noradId: 2, timeMs: 1_500, ...place },
], "1500-a-7");

const text = (bytes: Uint8Array | null) => new TextDecoder().decode(bytes!);

Deno.test("a frame is one event with its id, its time and its positions", () => {
  assert.equal(
    text(frame.encodeFor(filterOf([2]))),
    "event: positions\nid: 1500-a-7\n" +
      'data: {"time":"1970-01-01T00:00:01.500Z","positions":[' +
      '{"norad_id":2,"latitude_deg":1.5,"longitude_deg":-2.25,"altitude_km":705.1}' +
      "]}\n\n",
  );
});

Deno.test("a frame holds what is wanted of it, and all without a filter", () => {
  assert.match(text(frame.encodeFor(null)), /"norad_id":1,.*"norad_id":2,/);
  assert.doesNotMatch(text(frame.encodeFor(filterOf([1, 9]))), /"norad_id":2/);
  assert.equal(frame.encodeFor(filterOf([9])), null);
});

Deno.test("a frame is encoded once for all who want the same", () => {
  assert.equal(frame.encodeFor(null), frame.encodeFor(null));
  assert.equal(
    frame.encodeFor(filterOf([1, 2])),
    frame.encodeFor(filterOf([2, 1])),
  );
});

Deno.test("oncePerFilter() remembers too that there is nothing", () => {
  let calls = 0;
  const encode = oncePerFilter(() => {
    calls++;
    return null;
  });
  assert.equal(encode(null), null);
  assert.equal(encode(null), null);
  assert.equal(calls, 1);
});
