import assert from "node:assert/strict";
import {
  HOUR,
  MemoryProjection,
} from "../../shared/projection/testdata/memory_projection.ts";
import { SatelliteList } from "./satellite_list.ts";

Deno.test("SatelliteList tells of very many satellites in turn, of new ones first", async () => {
  using given = new MemoryProjection("a_topic", "b_topic");
  const record = (noradId: number, topic: string) =>
    given.record({ topic, timesMs: [HOUR], noradId });
  const known = Array.from({ length: 1_500 }, (_, i) => i + 1);
  for (const noradId of known) record(noradId, "a_topic");
  const list = new SatelliteList();
  let second = 0;
  const read = async () =>
    (await list.readChanged(given.projection, 1_000 * second++))
      .map(({ noradId }) => noradId).sort((a, b) => a - b);
  list.touch(known);
  assert.deepEqual(await read(), known, "all are new");

  for (const noradId of known) record(noradId, "b_topic");
  record(9_999, "a_topic");
  list.touch([...known, 9_999]);
  assert.deepEqual(await read(), [...known.slice(0, 1_000), 9_999]);
  list.touch(known.slice(0, 10));
  assert.deepEqual(await read(), known.slice(1_000));
  assert.deepEqual(await read(), []);
});
