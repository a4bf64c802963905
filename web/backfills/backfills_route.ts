import type { Context } from "hono";
import { createBreather } from "../../shared/breathe.ts";
import { formatInstant } from "../../shared/instant.ts";
import {
  type Backfill,
  findBackfills,
} from "../../shared/projection/find_backfills.ts";
import type {
  Projection,
  ProjectionInUse,
} from "../../shared/projection/projection.ts";
import {
  DAY_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";
import {
  chooseSatellites,
  type ChosenSatellite,
} from "../choose_satellites.ts";
import { jsonResponse } from "../json_response.ts";
import { described } from "../openapi/operation.ts";
import { catalogueNumbers, checkRange, instant } from "../parameters.ts";
import { badParameters, Problem } from "../problem.ts";
import { parseQuery } from "../query.ts";

/** A hundred satellites for three days, or one for a year: a second at most. */
const MOST_SATELLITE_DAYS = 366;
const MOST_SATELLITES = 100;
/** More are not stretches, but single samples: the positions themselves say it. */
const MOST_STRETCHES = 10_000;

export const BACKFILLS_PARAMETERS = {
  satellites: described(
    catalogueNumbers(MOST_SATELLITES),
    "Catalogue numbers; all, if left out",
  ),
  from: described(instant, "Start; a day before the end, if left out"),
  to: described(
    instant,
    `End, exclusive; now, if left out. Days times satellites are at most ${MOST_SATELLITE_DAYS}`,
  ),
};

/**
 * `GET /api/v1/backfills`: which recorded positions of a range were filled in
 * later, as stretches; all others were recorded live. By default the last day.
 */
export function backfillsRoute(
  projections: ProjectionInUse,
  nowMs: () => number,
) {
  return async (c: Context): Promise<Response> => {
    const { satellites, to: toMs = nowMs(), from: fromMs = toMs - DAY_MS } =
      parseQuery(c.req.url, BACKFILLS_PARAMETERS);
    const range = checkRange({ fromMs, toMs }, c.req.query());
    using lease = projections.lease();
    const { projection } = lease;
    const chosen = await chooseSatellites(projection, satellites);
    checkSize(range, chosen.length);
    const breathe = createBreather();
    const answers = [];
    for (const one of chosen) {
      const backfills = await read(projection, one, { range, breathe });
      answers.push({
        norad_id: one.noradId,
        name: one.name,
        backfills: backfills.map(({ firstMs, lastMs, samples }) => ({
          first: formatInstant(firstMs),
          last: formatInstant(lastMs),
          samples,
        })),
      });
    }
    return jsonResponse({
      from: formatInstant(fromMs),
      to: formatInstant(toMs),
      satellites: answers,
    });
  };
}

function checkSize({ fromMs, toMs }: TimeRangeMs, satellites: number): void {
  const days = (toMs - fromMs) / DAY_MS;
  if (days * satellites <= MOST_SATELLITE_DAYS) return;
  throw badParameters([{
    parameter: "to",
    requirement: `at most ${
      (MOST_SATELLITE_DAYS / satellites).toFixed(1)
    } days after from for ${satellites} satellites`,
    value: formatInstant(toMs),
  }]);
}

async function read(
  projection: Projection,
  { noradId, recordings }: ChosenSatellite,
  { range, breathe }: {
    range: TimeRangeMs;
    breathe: ReturnType<typeof createBreather>;
  },
): Promise<readonly Backfill[]> {
  const finding = findBackfills(projection, recordings, range);
  for (;;) {
    const { value, done } = finding.next();
    if (done) return value;
    if (value > MOST_STRETCHES) {
      throw new Problem(
        422,
        `Cannot tell what was filled in of ${noradId} as there must be at most ` +
          `${MOST_STRETCHES} stretches: ask for a shorter range`,
      );
    }
    await breathe();
  }
}
