import assert from "node:assert/strict";
import type { ElementSet } from "../tle/element_set.ts";
import { elementSetId } from "../tle/element_set_id.ts";
import { formatOmm } from "../tle/formats/format_omm.ts";
import { bundledSatellites } from "./testdata/bundled_satellites.ts";
import { startCelestrak } from "./testdata/celestrak_server.ts";
import { predictedSet } from "./testdata/predicted_set.ts";
import {
  readEventsIn,
  readTicksIn,
  waitForTicks,
  waitUntil,
} from "./testdata/producer_process.ts";
import { everyTick } from "./testdata/temp_log.ts";
import { stop, withFolder } from "./testdata/with_folder.ts";

const [terra, aqua, iss] = bundledSatellites(["TERRA", "AQUA", "ISS"])
  .map(({ elements }) => elements.set) as [ElementSet, ElementSet, ElementSet];

/** As it would be issued so many hours ago, if all went as predicted. */
const issued = (set: ElementSet, hoursAgo: number): ElementSet => {
  const epochMs = Date.now() - hoursAgo * 3_600_000;
  return predictedSet(set, (epochMs - set.epochUs / 1000) / 86_400_000);
};

/** The sets that a topic's positions name, in order of time, each once. */
async function namedSets(folder: string, topic: string): Promise<string[]> {
  const events = await readEventsIn(folder, [topic]);
  const live = events.filter(({ event }) => event.type === "PositionsRecorded");
  return [
    ...new Set(live.map(({ event }) => String(event.element_set))),
  ];
}

const recordedSets = async (folder: string) =>
  (await readEventsIn(folder, ["element_sets"])).map(({ event }) => {
    assert.ok(event.type === "ElementSetRecorded");
    return [event.element_set, event.source];
  });

Deno.test("a producer takes up newer elements of a file between two ticks", () =>
  withFolder(async (folder, start) => {
    const write = (set: ElementSet) =>
      Deno.writeTextFile(
        `${folder}/data/eos.json`,
        JSON.stringify(formatOmm(set)),
      );
    const [older, newer] = [issued(terra, 12), issued(terra, 2)];
    await Deno.mkdir(`${folder}/data`);
    await write(older);
    const producer = start({ ELEMENTS: "data/eos.json", BACKFILL: "0" });
    const named = () => namedSets(folder, "terra_topic");
    await waitUntil(async () => (await named()).length === 1);
    await write(newer);
    await waitUntil(async () => (await named()).length === 2);
    const said = await stop(producer);

    const ids = [older, newer].map(elementSetId);
    assert.deepEqual(await named(), ids);
    assert.deepEqual(
      await recordedSets(folder),
      ids.map((id) => [id, "file:eos.json"]),
    );
    const times = [...(await readTicksIn(folder, "terra_topic", 25994)).keys()];
    assert.deepEqual(times, everyTick(times[0]!, times.at(-1)! + 1));
    assert.match(said, /Took up newer elements of TERRA \(25994; /);
  }));

Deno.test("a satellite that is added to the watch file is published within seconds, and no more when it is taken out", () =>
  withFolder(async (folder, start) => {
    const watch = (...lines: string[]) =>
      Deno.writeTextFile(`${folder}/data/watch.txt`, lines.join("\n"));
    await Deno.mkdir(`${folder}/data`);
    await watch("# none yet");
    const producer = start({ WATCH_FILE: "data/watch.txt", BACKFILL: "0" });
    const ticksOf = (topic: string, noradId: number) => () =>
      readTicksIn(folder, topic, noradId);
    const ofIss = ticksOf("iss_topic", 25544);
    await waitForTicks(ticksOf("terra_topic", 25994), (t) => t.size > 0);

    await watch("25544  # ISS", "SPUTNIK 1");
    const addedMs = Date.now();
    const ticks = await waitForTicks(ofIss, (t) => t.size > 1);
    // Up to a second till it is looked at, and as much till the next tick.
    assert.ok([...ticks.keys()][0]! <= addedMs + 3000);
    assert.deepEqual((await recordedSets(folder)).at(-1), [
      elementSetId(iss),
      "bundled",
    ]);

    await watch("");
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const { size } = await ofIss();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal((await ofIss()).size, size);
    const said = await stop(producer);
    assert.equal(
      said.match(/data\/watch\.txt:2: "SPUTNIK 1" is not known/g)?.length,
      1,
    );
    const times = [...(await readTicksIn(folder, "terra_topic", 25994)).keys()];
    assert.deepEqual(times, everyTick(times[0]!, times.at(-1)! + 1));
  }));

Deno.test("producers that start at once ask CelesTrak once, and one that starts later not at all", () =>
  withFolder(async (folder, start) => {
    const server = startCelestrak();
    const newest = issued(terra, 3);
    server.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return new Response(JSON.stringify(formatOmm(newest)));
    };
    try {
      const variables = {
        ELEMENTS: "celestrak",
        CELESTRAK_URL: server.url,
        BACKFILL: "0",
      };
      const recorded = async () => (await recordedSets(folder)).length;
      const both = [start(variables), start(variables)];
      await waitUntil(async () => await recorded() === 2);
      await Promise.all(both.map(stop));
      const third = start(variables);
      await waitUntil(async () => await recorded() === 3);
      await stop(third);
      assert.deepEqual(server.asked, ["CATNR=25994&FORMAT=JSON"]);
      assert.deepEqual(
        await recordedSets(folder),
        Array(3).fill([elementSetId(newest), "celestrak"]),
      );
    } finally {
      await server.close();
    }
  }));

Deno.test("a producer whose CelesTrak fails goes on with the bundled elements, and says what to do", () =>
  withFolder(async (folder, start) => {
    const server = startCelestrak();
    server.answer = () => new Response("Forbidden", { status: 403 });
    try {
      const elsewhere = { CELESTRAK_URL: server.url, BACKFILL: "0" };
      const producer = start({ ELEMENTS: "celestrak", ...elsewhere });
      await waitForTicks(
        () => readTicksIn(folder, "terra_topic", 25994),
        (ticks) => ticks.size > 1,
      );
      const said = await stop(producer);
      assert.equal(said.match(/Cannot ask CelesTrak as .* Wait;/g)?.length, 1);
      assert.deepEqual(await recordedSets(folder), [
        [elementSetId(terra), "bundled"],
      ]);

      const unknown = { SATELLITES: "43013", ELEMENTS: "celestrak" };
      const { code, said: why } = await start({ ...unknown, ...elsewhere })
        .ended;
      assert.equal(code, 1);
      assert.match(
        why,
        /must be known to ELEMENTS .* current value is "43013"/,
      );
      assert.match(why, /Cannot ask CelesTrak as .* 403/);
      assert.equal(server.asked.length, 1);
    } finally {
      await server.close();
    }
  }));

Deno.test("a producer that is stopped while CelesTrak hangs ends at once, with status 0", () =>
  withFolder(async (folder, start) => {
    const server = startCelestrak();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => letGo = resolve);
    server.answer = () => held.then(() => new Response(""));
    try {
      const variables = { ELEMENTS: "celestrak", CELESTRAK_URL: server.url };
      const producer = start(variables);
      await waitUntil(() => Promise.resolve(server.asked.length > 0));
      const termMs = performance.now();
      await stop(producer);
      assert.ok(performance.now() - termMs < 3000);
      assert.deepEqual(await readEventsIn(folder, ["*"]), []);
    } finally {
      letGo();
      await server.close();
    }
  }));

Deno.test("a producer says that elements and watch file must be under data/", () =>
  withFolder(async (folder, start) => {
    await Deno.writeTextFile(
      `${folder}/eos.json`,
      JSON.stringify(formatOmm(aqua)),
    );
    const { code, said } = await start({
      SATELLITES: "43013",
      ELEMENTS: "eos.json",
    }).ended;
    assert.equal(code, 1);
    assert.match(
      said,
      /Cannot read elements from eos\.json as it must be under data\//,
    );
    const producer = start({ WATCH_FILE: "watch.txt", BACKFILL: "0" });
    await waitForTicks(
      () => readTicksIn(folder, "terra_topic", 25994),
      (ticks) => ticks.size > 1,
    );
    assert.match(await stop(producer), /watch\.txt.* must be under data\//);
  }));
