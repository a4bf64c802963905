import assert from "node:assert/strict";
import { Channels } from "./channels.ts";
import { createSatellite, type Satellite } from "./satellites.ts";
import { bundledSatellites } from "./testdata/bundled_satellites.ts";
import { manySatellites } from "./testdata/many_satellites.ts";

const shape = (channels: Channels) =>
  channels.list.map(({ topic, key, tracks }) => ({
    topic,
    key,
    names: tracks.map(({ satellite }) => satellite.name),
  }));

const few = (words: string[], topic?: string) =>
  shape(new Channels(bundledSatellites(words), { topic, stepMs: 1000 }));

Deno.test("Channels give each satellite a topic and its number as key", () => {
  assert.deepEqual(few(["TERRA", "iss"]), [
    { topic: "terra_topic", key: "25994", names: ["TERRA"] },
    { topic: "iss_topic", key: "25544", names: ["ISS (ZARYA)"] },
  ]);
});

Deno.test("Channels put all on one topic if told, with its name as key", () => {
  assert.deepEqual(few(["TERRA", "AQUA"], "eos_topic"), [
    { topic: "eos_topic", key: "eos_topic", names: ["TERRA", "AQUA"] },
  ]);
  assert.deepEqual(few(["TERRA"], "mine"), [
    { topic: "mine", key: "25994", names: ["TERRA"] },
  ]);
});

const catalogue = (satellites: readonly Satellite[]) =>
  new Channels(satellites, { topic: "all_topic", stepMs: 1000 });

const sizes = (channels: Channels) =>
  channels.list.map(({ key, stepMs, isBulk, tracks }) => [
    key,
    stepMs / 1000,
    isBulk,
    tracks.length,
  ]);

Deno.test("Channels divide a catalogue into parts of a thousand at most, a tick a minute", () => {
  const channels = catalogue(manySatellites(3000));
  assert.ok(channels.isCatalogue);
  assert.deepEqual(sizes(channels), [
    ["all-00", 60, true, 750],
    ["all-01", 60, true, 750],
    ["all-02", 60, true, 750],
    ["all-03", 60, true, 750],
  ]);
  assert.deepEqual(sizes(catalogue(manySatellites(51))), [
    ["all-00", 60, true, 51],
  ]);
  assert.deepEqual(sizes(catalogue(manySatellites(50))), [
    ["all_topic", 1, false, 50],
  ]);
});

Deno.test("Channels leave each satellite of a catalogue in its part whoever comes and goes", () => {
  const satellites = manySatellites(3000);
  const channels = catalogue(satellites.slice(0, 2500));
  const partOf = (noradId: number) =>
    channels.list.find(({ tracks }) =>
      tracks.some(({ satellite }) => satellite.noradId === noradId)
    )?.key;
  const before = satellites.slice(401, 2500).map((s) => partOf(s.noradId));
  channels.remove(satellites.slice(0, 401).map(({ noradId }) => noradId));
  channels.add(satellites.slice(2500));
  assert.equal(channels.list.flatMap(({ tracks }) => tracks).length, 2599);
  assert.deepEqual(
    satellites.slice(401, 2500).map((s) => partOf(s.noradId)),
    before,
  );
  assert.equal(partOf(satellites[0]!.noradId), undefined);
});

Deno.test("Channels give a watched satellite of a catalogue a tick every step, and its place back", () => {
  const satellites = manySatellites(100);
  const channels = catalogue(satellites);
  const [first, second, third] = satellites as [
    Satellite,
    Satellite,
    Satellite,
  ];
  channels.add([first], { isWatched: true });
  assert.deepEqual(sizes(channels), [
    [String(first.noradId), 1, false, 1],
    ["all-00", 60, true, 99],
  ]);
  channels.add([second, third], { isWatched: true });
  channels.remove([third.noradId]);
  channels.add([first]);
  assert.deepEqual(sizes(channels), [
    [String(second.noradId), 1, false, 1],
    ["all-00", 60, true, 98],
  ]);
  channels.add(satellites, { isWatched: true });
  assert.deepEqual(sizes(channels), [["all-watched-00", 1, true, 100]]);
});

Deno.test("Channels take a satellite up beside others, whose missing ticks stay", () => {
  const [terra, aqua] = bundledSatellites(["TERRA", "AQUA"]);
  const channels = new Channels([terra!], { stepMs: 1000 });
  const before = channels.list[0]!.tracks[0]!;
  channels.add([aqua!], { isWatched: true });
  channels.add([terra!]);
  assert.deepEqual(channels.list.map(({ topic }) => topic), [
    "terra_topic",
    "aqua_topic",
  ]);
  assert.equal(channels.list[0]!.tracks[0], before);
  const other = createSatellite(terra!.elements);
  channels.add([other]);
  assert.equal(channels.list[0]!.tracks[0]!.satellite, other);
});
