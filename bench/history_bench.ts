import { makeHistory } from "./history.ts";
import { benchHistoryHttp } from "./history_http_bench.ts";
import { printHistorySize } from "./history_size.ts";
import { benchHistoryStream } from "./history_stream_bench.ts";
import { benchQueries } from "./query_bench.ts";
import { benchSealing } from "./seal_bench.ts";
import { benchWriting } from "./write_bench.ts";

const YEAR_DAYS = 365;

/** Fewer fit into what a reader keeps decoded. */
const LEAST_DAYS = 24;

/**
 * What a long history takes and gives: a year of a satellite at 1 Hz, or as
 * many days as `BENCH_DAYS` says.
 */
export async function benchHistory(folder: string): Promise<void> {
  await benchWriting(folder);
  await benchSealing(folder);
  const days = readDays(Deno.env.get("BENCH_DAYS"));
  console.log(
    `\nMaking ${days} days of a satellite at 1 Hz; a year takes 100 s`,
  );
  if (days < LEAST_DAYS) {
    console.log("  which are so few that ours are read from memory");
  }
  const history = await makeHistory(folder, days);
  printHistorySize(history);
  await benchQueries(history);
  await benchHistoryHttp(history);
  await benchHistoryStream(history);
}

function readDays(value: string | undefined): number {
  const days = Number(value || YEAR_DAYS);
  if (Number.isInteger(days) && days >= 1) return days;
  throw new RangeError(
    "Cannot make a history as BENCH_DAYS must be a whole number from 1 on: " +
      `current value is ${value}`,
  );
}
