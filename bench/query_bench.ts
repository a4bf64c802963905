import { bucketMs } from "../shared/projection/buckets.ts";
import type { Projection } from "../shared/projection/projection.ts";
import { readBuckets } from "../shared/projection/read_buckets.ts";
import { readRecordings } from "../shared/projection/recordings.ts";
import {
  DAY_MS,
  HOUR_MS,
  type TimeRangeMs,
} from "../shared/projection/time_range.ts";
import { openSqlite } from "../shared/sqlite.ts";
import { createAppOnProjection } from "../web/testdata/app_on_projection.ts";
import { differentRanges } from "./different_ranges.ts";
import { type History, NORAD_ID } from "./history.ts";
import { compare, print, type Run, timed } from "./measure.ts";
import { preparePlainQueries } from "./plain_rows.ts";
import { START_MS } from "./sample_events.ts";

const REQUESTS = 240;

/** So that code is compiled before it is measured. */
const WARM_UP = 100;

/** Not a whole number of minutes, and no hour is asked for twice in a day. */
const UNEVEN_STEP_MS = DAY_MS + HOUR_MS + 1_237_000;

type PlainQueries = ReturnType<typeof preparePlainQueries>;

/** What queries are measured on. */
interface Benched {
  readonly history: History;
  readonly projection: Projection;
  readonly plain: PlainQueries;
  get(range: TimeRangeMs, more?: string): Promise<void>;
}

/** Ranges of a long history, through the app as a request meets it. */
export async function benchQueries(history: History): Promise<void> {
  const { app, projections } = createAppOnProjection(
    history.link,
    () => START_MS,
  );
  const plainRows = openSqlite(history.plainPath, { readonly: true });
  {
    using lease = projections.lease();
    const benched: Benched = {
      history,
      projection: lease.projection,
      plain: preparePlainQueries(plainRows),
      async get({ fromMs, toMs }, more = "") {
        const response = await app.request(
          `/api/v1/positions?from=${fromMs}&to=${toMs}${more}`,
        );
        if (response.status !== 200) throw new Error(await response.text());
        await response.bytes();
      },
    };
    await benchHours(benched);
    await benchThinned(benched);
  }
  plainRows.close();
  projections.close();
}

async function benchHours({ history, plain, get }: Benched): Promise<void> {
  const hours = () => differentRanges(history.plainRange, HOUR_MS, HOUR_MS);
  const [ours, objects, arrays] = [hours(), hours(), hours()];
  const same = forEver(hours().next().value);
  for (let i = 0; i < WARM_UP; i++) {
    await get(ours.next().value);
    plain.objects(objects.next().value);
    plain.arrays(arrays.next().value);
  }
  print(
    await compare(
      "One hour raw as JSON, through the app",
      "requests",
      {
        ours: () =>
          inTurn("GET /positions, another each time", ours, (r) => get(r)),
        same: () => inTurn("the same each time", same, (range) => get(range)),
        objects: () =>
          inTurn("plain rows and JSON.stringify", objects, plain.objects),
        arrays: () =>
          inTurn(
            "plain rows as arrays and JSON.stringify",
            arrays,
            plain.arrays,
          ),
      },
    ),
    "5 times as many as of plain rows, or more",
  );
}

async function benchThinned(benched: Benched): Promise<void> {
  const { history } = benched;
  const wholeMs = history.range.toMs - history.range.fromMs;
  const monthMs = Math.min(31 * DAY_MS, wholeMs);
  const target = "less than 2 ms each";
  const day = { lengthMs: DAY_MS, points: 500, target, hasRows: true };
  await benchPoints("24 whole hours in 500 points", benched, {
    ...day,
    stepMs: DAY_MS,
  });
  await benchPoints("24 hours from any second on in 500 points", benched, {
    ...day,
    stepMs: UNEVEN_STEP_MS,
  });
  await benchPoints(`${monthMs / DAY_MS} days in 500 points`, benched, {
    ...{ lengthMs: monthMs, stepMs: UNEVEN_STEP_MS, points: 500 },
  });
  await benchPoints(`All ${history.days} days in 1,000 points`, benched, {
    ...{ lengthMs: wholeMs, stepMs: wholeMs, points: 1_000, count: 50 },
    target: "less than 20 ms each",
  });
}

/** One kind of request for few points. */
interface Thinning {
  readonly lengthMs: number;
  /** From one range to the next. */
  readonly stepMs: number;
  readonly points: number;
  readonly target?: string;
  readonly count?: number;
  /** Whether to compare with plain rows; there are some days of them. */
  readonly hasRows?: boolean;
}

async function benchPoints(
  title: string,
  { history, projection, plain, get }: Benched,
  { lengthMs, stepMs, points, target, count, hasRows }: Thinning,
): Promise<void> {
  const recordings = readRecordings(projection).get(NORAD_ID)!;
  const ranges = differentRanges(history.range, lengthMs, stepMs);
  const plainRanges = differentRanges(history.plainRange, lengthMs, stepMs);
  const rows = {
    plain: () =>
      inTurn(
        "plain rows, GROUP BY and JSON.stringify",
        plainRanges,
        (range) => plain.thinned(range, bucketMs(range, points)),
        20,
      ),
  };
  print(
    await compare(title, "requests", {
      ours: () =>
        inTurn(
          `GET /positions?points=${points}`,
          ranges,
          (range) => get(range, `&points=${points}`),
          count,
        ),
      alone: () =>
        inTurn("readBuckets() alone", ranges, (range) => {
          const buckets = { ...range, bucketMs: bucketMs(range, points) };
          const reading = readBuckets(projection, recordings, buckets);
          while (!reading.next().done);
        }, count),
      ...(hasRows ? rows : {}),
    }),
    target,
  );
}

function* forEver<T>(value: T): Generator<T, never> {
  for (;;) yield value;
}

function inTurn(
  label: string,
  ranges: Iterator<TimeRangeMs>,
  of: (range: TimeRangeMs) => unknown,
  count = REQUESTS,
): Promise<Run> {
  return timed(label, count, async () => {
    for (let i = 0; i < count; i++) await of(ranges.next().value);
  });
}
