import assert from "node:assert/strict";
import { RunningServices } from "./running_services.ts";

interface Listed {
  readonly norad_id: number;
  readonly latest: unknown;
  readonly element_set: { readonly source: string };
}

Deno.test("a number that is added to the watch file appears everywhere without a restart", async () => {
  await using services = await RunningServices.inNewPlace({
    SATELLITE: "TERRA",
    BACKFILL: "0",
  });
  const { folder, place } = services;
  place.environment["WATCH_FILE"] = `${place.folder}/watch.txt`;
  const watch = (text: string) =>
    Deno.writeTextFile(`${folder}/watch.txt`, text);
  /** A satellite as the API lists it, once it has a position. */
  const find = async (noradId: number) => {
    const path = "/api/v1/satellites";
    const { satellites } = await services.getJson<{ satellites: Listed[] }>(
      path,
    );
    return satellites.find(({ norad_id, latest }) =>
      norad_id === noradId && latest !== null
    );
  };
  await watch("# none yet\n");
  services.start("producer", "projector", "web");
  await services.waitFor("TERRA", async () => !!await find(25994));

  await watch("25544\n");
  const addedMs = performance.now();
  await services.waitFor("the ISS", async () => !!await find(25544));
  assert.ok(performance.now() - addedMs < 10_000);
  assert.equal((await find(25544))!.element_set.source, "bundled");
});
