import { parseArgs } from "node:util";
import { benchApply } from "./apply_bench.ts";
import { benchCatalogue } from "./catalogue_bench.ts";
import { benchHistory } from "./history_bench.ts";
import { benchKafka } from "./kafka_bench.ts";
import { benchLog } from "./log_bench.ts";
import { benchPage } from "./page_bench.ts";
import { benchPasses } from "./passes_bench.ts";
import { benchPropagation } from "./propagation_bench.ts";
import { benchReplay } from "./replay_bench.ts";
import { benchSky } from "./sky_bench.ts";
import { benchWeb } from "./web_bench.ts";

const { values } = parseArgs({
  args: Deno.args,
  options: { minutes: { type: "string", default: "2" } },
});
const folder = await Deno.makeTempDir({ prefix: "groundtrack-bench-" });
console.log(
  "Each figure is the median of three rounds in turn with what it is held\n" +
    "against (least to most); the ratio is taken round by round.",
);
try {
  await benchPropagation();
  await benchLog(folder);
  await benchApply(folder);
  await benchCatalogue(folder);
  await benchHistory(folder);
  await benchReplay();
  await benchKafka(folder);
  await benchWeb(folder, { clients: 10_000 });
  await benchSky(folder);
  await benchPasses(folder);
  await benchPage({ minutes: Number(values.minutes) });
} finally {
  await Deno.remove(folder, { recursive: true });
}
