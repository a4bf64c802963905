import assert from "node:assert/strict";
import { findSatellites } from "./find_satellites.ts";
import { HOUR, MemoryProjection } from "./testdata/memory_projection.ts";

function given(): MemoryProjection {
  const given = new MemoryProjection("own_topic", "sky_topic");
  for (let noradId = 100; noradId < 120; noradId++) {
    given.record({ topic: "sky_topic", timesMs: [HOUR], noradId });
  }
  given.record({ topic: "own_topic", timesMs: [HOUR], noradId: 105 });
  given.record({ topic: "own_topic", timesMs: [HOUR], noradId: 1100 });
  const name = given.db.prepare(
    "UPDATE recordings SET name = ? WHERE norad_id = ?",
  );
  name.run("NOAA 20%", 110);
  name.run("NOAA 20", 111);
  name.run("SENTINEL_6", 112);
  return given;
}

Deno.test("findSatellites() finds all, each once, in order of number", () => {
  using sky = given();
  const found = findSatellites(sky.projection);
  assert.equal(found.length, 21);
  assert.deepEqual([found[0], found[20]], [100, 1100]);
});

Deno.test("findSatellites() finds those that are asked for, as far as they are known", () => {
  using sky = given();
  const found = findSatellites(sky.projection, { noradIds: [107, 7, 103] });
  assert.deepEqual(found, [103, 107]);
});

Deno.test("findSatellites() finds those with nothing but elements, among all and among those asked for", () => {
  using sky = given();
  sky.db.exec("INSERT INTO newest_element_sets VALUES (107, 1), (500, 2)");
  const noradIds = [500, 107, 7, 103];
  const find = (recorded?: boolean) => [
    findSatellites(sky.projection, { noradIds, recorded }),
    findSatellites(sky.projection, { recorded }).filter((id) => id > 118),
  ];
  assert.deepEqual(find(), [[103, 107, 500], [119, 500, 1100]]);
  assert.deepEqual(find(true), [[103, 107], [119, 1100]]);
  assert.deepEqual(find(false), [[500], [500]]);
});

Deno.test("findSatellites() finds a part of a name, in any case and literally", () => {
  using sky = given();
  const find = (text: string) => findSatellites(sky.projection, { text });
  assert.deepEqual(find("noaa"), [110, 111]);
  assert.deepEqual(find("20%"), [110]);
  assert.deepEqual(find("l_6"), [112]);
  assert.deepEqual(find("\\"), []);
});

Deno.test("findSatellites() finds a number by how it begins", () => {
  using sky = given();
  const find = (text: string) => findSatellites(sky.projection, { text });
  assert.deepEqual(find("119"), [119]);
  assert.deepEqual(find("110"), [110, 1100]);
});

Deno.test("findSatellites() tells those of a topic of few satellites from others", () => {
  using sky = given();
  const find = (ownTopic: boolean) =>
    findSatellites(sky.projection, { ownTopic });
  assert.deepEqual(find(true), [105, 1100]);
  assert.equal(find(false).length, 19);
});
