import { type Datasette, startDatasette } from "./datasette/start_datasette.ts";
import { HOUR_MS, type TimeRangeMs } from "../shared/projection/time_range.ts";
import { differentRanges } from "./different_ranges.ts";
import { type History, NORAD_ID } from "./history.ts";
import { receiveMany, startHistoryServer } from "./history_processes.ts";
import { compare, print, type Run } from "./measure.ts";

const TITLE = "One hour raw as JSON, over HTTP, four connections";
const TARGET = "50 times as many or more";
const CONNECTIONS = 4;
const TIMES = 2;
const REQUESTS_OF_DATASETTE = 100;
const COLUMNS = ["time_ms", "latitude_e6", "longitude_e6", "altitude_e4"];

/** An hour over HTTP, against Datasette on the plain rows of it. */
export async function benchHistoryHttp(history: History): Promise<void> {
  await using server = await startHistoryServer(history);
  const urlOf = ({ fromMs, toMs }: TimeRangeMs) =>
    `${server.url}/api/v1/positions?from=${fromMs}&to=${toMs}`;
  const ranges = () => differentRanges(history.plainRange, HOUR_MS, HOUR_MS);
  const hours = Math.round(
    (history.plainRange.toMs - history.plainRange.fromMs) / HOUR_MS,
  );
  const same = ranges().next().value;
  // All of them before one comes again: then it is not kept any more.
  const others = some(hours, ranges()).map(urlOf);
  const ask = async (
    label: string,
    { urls, times = TIMES, encoding = "identity" }: {
      urls: string[];
      times?: number;
      encoding?: string;
    },
  ): Promise<Run> => {
    const load = { urls, times, encoding, connections: CONNECTIONS };
    const { ms } = await receiveMany(load);
    return { label, count: times * urls.length, ms };
  };
  const ours = {
    ours: () => ask("GET /positions, another each time", { urls: others }),
    same: () =>
      ask("the same each time", {
        urls: [urlOf(same)],
        times: TIMES * hours,
      }),
    zstd: () => ask("another, as zstd", { urls: others, encoding: "zstd" }),
    gzip: () => ask("another, as gzip", { urls: others, encoding: "gzip" }),
  };
  // So that code is compiled before it is measured.
  for (const run of Object.values(ours)) await run();

  let datasette: Datasette;
  try {
    datasette = await startDatasette(history.plainPath);
  } catch (error) {
    console.log(
      "\n!!! NOT MEASURED AGAINST DATASETTE, WHICH CANNOT BE HAD: " +
        `${(error as Error).message} !!!`,
    );
    print(await compare(TITLE, "requests", ours));
    return;
  }
  await using rival = datasette;
  await checkDatasette(rival, same);
  const rows = (label: string, columns: readonly string[]) => {
    const urls = some(REQUESTS_OF_DATASETTE, ranges())
      .map((range) => datasetteUrl(rival, range, columns));
    return () => ask(label, { urls, times: 1 });
  };
  print(
    await compare(TITLE, "requests", {
      ...ours,
      four: rows("Datasette, the same four columns", COLUMNS),
      all: rows("Datasette, all columns of the rows", []),
    }),
    TARGET,
  );
}

function some<T>(count: number, all: Iterator<T, never>): T[] {
  return Array.from({ length: count }, () => all.next().value);
}

/** Only what is needed: no page, no counting, no facets. */
function datasetteUrl(
  { url }: Datasette,
  { fromMs, toMs }: TimeRangeMs,
  columns: readonly string[],
): string {
  return `${url}/plain/positions.json?norad_id=${NORAD_ID}&topic_ref=1` +
    `&time_ms__gte=${fromMs}&time_ms__lt=${toMs}&_size=3600&_shape=arrays` +
    "&_nocount=1&_nofacet=1&_nosuggest=1" +
    columns.map((name) => `&_col=${name}`).join("");
}

async function checkDatasette(
  datasette: Datasette,
  range: TimeRangeMs,
): Promise<void> {
  const response = await fetch(datasetteUrl(datasette, range, COLUMNS));
  const { rows } = await response.json();
  if (rows?.length === HOUR_MS / 1000) return;
  throw new Error(`Datasette gave ${rows?.length} rows of an hour`);
}
