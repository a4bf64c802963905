import aqua from "../../tle/data/aqua.json" with { type: "json" };
import { startCelestrak, TERRA_JSON } from "../testdata/celestrak_server.ts";
import { BundledSource } from "./bundled_source.ts";
import { CelestrakSource } from "./celestrak_source.ts";
import { CombinedSource } from "./combined_source.ts";
import { testElementSource } from "./element_source_contract.ts";
import { FileSource } from "./file_source.ts";

const nowMs = () => Date.parse("2026-11-23T12:00:00Z");

testElementSource("bundled", () =>
  Promise.resolve({
    source: new BundledSource({ nowMs }),
    sourceName: "bundled",
    close: () => Promise.resolve(),
  }));

testElementSource("file", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/eos.json`, TERRA_JSON);
  return {
    source: new FileSource(`${folder}/eos.json`, { nowMs }),
    sourceName: "file:eos.json",
    close: () => Deno.remove(folder, { recursive: true }),
  };
});

testElementSource("CelesTrak", async () => {
  const folder = await Deno.makeTempDir();
  const server = startCelestrak();
  return {
    source: new CelestrakSource({ url: server.url, folder, nowMs }),
    sourceName: "celestrak",
    async close() {
      await server.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
});

testElementSource("several", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/eos.json`, TERRA_JSON);
  await Deno.writeTextFile(`${folder}/other.json`, JSON.stringify(aqua));
  return {
    source: new CombinedSource([
      new FileSource(`${folder}/other.json`, { nowMs }),
      new FileSource(`${folder}/eos.json`, { nowMs }),
    ], { nowMs }),
    sourceName: "file:eos.json",
    close: () => Deno.remove(folder, { recursive: true }),
  };
});
