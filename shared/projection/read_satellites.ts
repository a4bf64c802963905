import { preparedOnce } from "../sqlite.ts";
import { ORIGINS } from "../events/positions_recorded.ts";
import { medianStepMs, STEP_SAMPLES } from "./hour_summary.ts";
import {
  createColumns,
  type Position,
  positionAt,
} from "./position_columns.ts";
import type { Projection } from "./projection.ts";
import { readNoradIds, readRecordings, type Recording } from "./recordings.ts";
import { stepMs } from "./step.ts";
import type { LatestRow } from "./store/open_hours.ts";

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

/** With fewer rows of an hour that has just begun, what precedes it counts. */
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
  const rows = projection.positions.latestRows(noradIds, STEP_SAMPLES);
  const latest = new Map(rows.map((row) => [keyOf(row), row]));
  const read = [...all.values()].map((recordings) => {
    const newest = newestOf(recordings);
    const row = latest.get(keyOf(newest)) ?? readLatest(projection, newest);
    return { recordings, newest, row };
  });
  const refs = read.flatMap(({ row }) => row?.elementSetRef ?? []);
  const elementSets = readElementSets(projection, refs);
  return read.map(({ recordings, newest, row }) => ({
    noradId: newest.noradId,
    name: newest.name,
    firstMs: Math.min(...recordings.map((r) => r.firstMs)),
    lastMs: newest.lastMs,
    samples: recordings.reduce((sum, r) => sum + r.samples, 0),
    stepMs: stepOf(row) ?? stepMs(projection, newest, newest.lastMs + 1),
    topics: recordings.map((r) => r.topic),
    latest: row && toPosition(row),
    elementSet: row && (elementSets.get(row.elementSetRef) ?? null),
  }));
}

const keyOf = ({ noradId, topicRef }: LatestRow | Recording) =>
  topicRef * 2 ** 30 + noradId;

// The preferred topic speaks for the satellite, unless it has fallen silent.
function newestOf(recordings: readonly Recording[]): Recording {
  return recordings.reduce((newest, r) =>
    r.lastMs > newest.lastMs ? r : newest
  );
}

type Latest = Omit<LatestRow, "lastTimesMs"> & Partial<LatestRow>;

/** The last position where it is no row; null where it cannot be read. */
function readLatest(
  { positions }: Projection,
  newest: Recording,
): Latest | null {
  const found = positions.at(newest, newest.lastMs);
  return found && {
    ...newest,
    timeMs: found.timeMs[0]!,
    latitudeE6: found.latitudeE6[0]!,
    longitudeE6: found.longitudeE6[0]!,
    altitudeE4: found.altitudeE4[0]!,
    origin: found.origin[0]!,
    elementSetRef: found.elementSetRef[0]!,
  };
}

function stepOf(row: Latest | null): number | null {
  if (row?.lastTimesMs === undefined) return null;
  const times: number[] = JSON.parse(row.lastTimesMs);
  if (times.length < LEAST_TIMES) return null;
  return medianStepMs(Float64Array.from(times.reverse()));
}

const scratch = createColumns(1);

function toPosition(row: Latest) {
  scratch.timeMs[0] = row.timeMs;
  scratch.latitudeE6[0] = row.latitudeE6;
  scratch.longitudeE6[0] = row.longitudeE6;
  scratch.altitudeE4[0] = row.altitudeE4;
  return { ...positionAt(scratch, 0), origin: ORIGINS[row.origin]! };
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
