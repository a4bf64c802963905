import assert from "node:assert/strict";
import { Channels } from "./channels.ts";
import { describeWork } from "./describe_work.ts";
import { bundledSatellites } from "./testdata/bundled_satellites.ts";
import { manySatellites } from "./testdata/many_satellites.ts";

const eventLog = "sqlite:events.db";

Deno.test("describeWork() names a few satellites, and counts those of a catalogue", () => {
  const few = new Channels(bundledSatellites(["TERRA", "AQUA"]), {
    stepMs: 1000,
  });
  assert.equal(
    describeWork(few, { eventLog, backfillMs: 86_400_000 }),
    "Publishing TERRA, AQUA to terra_topic, aqua_topic of sqlite:events.db, " +
      "a tick every 1 s, filling in 1 d",
  );
  const satellites = manySatellites(1500);
  const all = new Channels(satellites, { topic: "all_topic", stepMs: 1000 });
  all.add(satellites.slice(0, 2), { isWatched: true });
  assert.equal(
    describeWork(all, { eventLog, backfillMs: 0 }),
    "Publishing 1500 satellites to all_topic of sqlite:events.db, a tick " +
      "every 1 s or 1 min",
  );
});
