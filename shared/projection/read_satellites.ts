import { preparedOnce } from "../sqlite.ts";
import { ORIGINS } from "../events/positions_recorded.ts";
import { DEGREES, KILOMETRES } from "../events/resolution.ts";
import { medianStepMs } from "./hour_summary.ts";
import type { Position } from "./position_columns.ts";
import type { Projection } from "./projection.ts";
import { readNoradIds, readRecordings, type Recording } from "./recordings.ts";
import { stepMs } from "./step.ts";
import type { LatestPosition } from "./store/open_rows_of_many.ts";

/** A satellite as far as the projection knows it. */
export interface Satellite {
  readonly noradId: number;
  readonly name: string;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Positions stored, of all topics together. */
  readonly samples: number;
  readonly stepMs: number | null;
  readonly topics: readonly string[];
  /** Null where what was stored of it cannot be read. */
  readonly latest: (Position & { readonly origin: string }) | null;
  readonly elementSet: {
    readonly id: string;
    /** Null while the set itself has not arrived, only positions naming it. */
    readonly epochUs: number | null;
    readonly source: string | null;
  } | null;
}

/** Of fewer times that are at hand the step is looked for farther back. */
const LEAST_TIMES = 3;

/**
 * Some satellites, in order of catalogue number, as far as they are known; by
 * default all. A hundred take some 2 ms: many are read in parts.
 */
export function readSatellites(
  projection: Projection,
  noradIds: readonly number[] = readNoradIds(projection),
): Satellite[] {
  const all = readRecordings(projection, noradIds);
  const newest = [...all.values()].map(newestOf);
  const latest = projection.positions.latest(newest);
  const refs = latest.flatMap((position) => position?.elementSetRef ?? []);
  const elementSets = readElementSets(projection, refs);
  return newest.map((recording, i) => {
    const { noradId, name, lastMs } = recording;
    const recordings = all.get(noradId)!;
    const position = latest[i]!;
    return {
      noradId,
      name,
      firstMs: Math.min(...recordings.map((r) => r.firstMs)),
      lastMs,
      samples: recordings.reduce((sum, r) => sum + r.samples, 0),
      stepMs: stepOf(position) ?? stepMs(projection, recording, lastMs + 1),
      topics: recordings.map((r) => r.topic),
      latest: position && toPosition(position),
      elementSet: position &&
        (elementSets.get(position.elementSetRef) ?? null),
    };
  });
}

// The preferred topic speaks for the satellite, unless it has fallen silent.
function newestOf(recordings: readonly Recording[]): Recording {
  return recordings.reduce((newest, r) =>
    r.lastMs > newest.lastMs ? r : newest
  );
}

function stepOf(latest: LatestPosition | null): number | null {
  const times = latest?.lastTimesMs ?? [];
  if (times.length < LEAST_TIMES) return null;
  return medianStepMs(Float64Array.from(times.toReversed()));
}

function toPosition(latest: LatestPosition) {
  return {
    timeMs: latest.timeMs,
    latitudeDeg: latest.latitudeE6 / DEGREES,
    longitudeDeg: latest.longitudeE6 / DEGREES,
    altitudeKm: latest.altitudeE4 / KILOMETRES,
    origin: ORIGINS[latest.origin]!,
  };
}

type ElementSet = NonNullable<Satellite["elementSet"]>;

const elementSetsOf = preparedOnce((db) =>
  db.prepare<[string], ElementSet & { readonly ref: number }>(`
    SELECT refs.ref, refs.id, epoch_us AS epochUs, source
    FROM json_each(?) AS wanted
      CROSS JOIN element_set_refs AS refs ON refs.ref = wanted.value
      LEFT JOIN element_sets AS sets USING (ref)`)
);

function readElementSets(
  { db }: Projection,
  refs: readonly number[],
): Map<number, ElementSet> {
  const found = elementSetsOf(db).all(JSON.stringify(refs));
  return new Map(found.map(({ ref, ...set }) => [ref, set]));
}
