import { parseArgs } from "node:util";
import { RunningServices } from "../e2e/running_services.ts";
import { readElementsFile } from "../producer/elements/read_elements_file.ts";
import { startTestBroker } from "../shared/kafka_broker/testdata/test_broker.ts";
import { parseElements } from "../tle/formats/parse_elements.ts";
import { CatalogueLag } from "./catalogue_lag.ts";
import { readProcesses } from "./process_use.ts";

/**
 * Runs every service on a whole catalogue, and tells how far what is computed
 * of an instant is behind it where people read it. As in:
 *
 *     deno run -A bench/catalogue_run.ts active.csv --minutes 30 --log kafka
 *
 * `--watched N` has so many satellites at a tick each second.
 */
const { values, positionals: [file] } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "30" },
    log: { type: "string", default: "embedded" },
    watched: { type: "string", default: "3" },
  },
});
if (file === undefined) {
  throw new Error("Cannot run as the catalogue's file must be named");
}
const text = await readElementsFile(file);
const noradIds = parseElements(text).elementSets.map(({ noradId }) => noradId);
const watched = noradIds.slice(0, Number(values.watched));

await using broker = values.log === "kafka" ? await startTestBroker() : null;
await using services = await RunningServices.inNewPlace({
  SATELLITES: "all",
  ...broker && { EVENT_LOG: `kafka://${broker.bootstrap}` },
});
const { folder, place, link } = services;
await Deno.writeTextFile(`${folder}/catalogue`, text);
await Deno.writeTextFile(`${folder}/watch.txt`, watched.join("\n"));
place.environment["ELEMENTS"] = `${place.folder}/catalogue`;
place.environment["WATCH_FILE"] = `${place.folder}/watch.txt`;

const startedMs = performance.now();
services.start("projector", "web", "producer");
const lag = new CatalogueLag(link, { watched });
await services.waitFor("the first tick", () => lag.look() > 0);
const firstS = (performance.now() - startedMs) / 1000;
console.log(
  `${noradIds.length} objects in the catalogue, ${watched.length} of them ` +
    `each second, on the ${values.log} log; the first tick is readable ` +
    `${firstS.toFixed(1)} s after the start of all services`,
);

const stop = new AbortController();
lag.listen(`${place.url}/api/v1/stream`, stop.signal);
for (let minute = 1; minute <= Number(values.minutes); minute++) {
  const endMs = startedMs + firstS * 1000 + minute * 60_000;
  while (performance.now() < endMs) {
    lag.look();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const use = await readProcesses(["producer", "projector", "web"], place);
  console.log(`${minute} min: ${lag.describe()}; ${use}`);
}
stop.abort();
console.log(`In all: ${lag.describeAll()}`);
for (const name of ["producer", "projector", "web"]) {
  const said = await services.stop(name);
  const trouble = said.split("\n").filter((line) => /WRN|ERR/.test(line));
  if (trouble.length > 0) console.log(`${name}:\n${trouble.join("\n")}`);
}
