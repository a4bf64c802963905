import { preparedOnce } from "../sqlite.ts";
import { ORIGINS } from "../events/positions_recorded.ts";
import { type Position, positionAt } from "./position_columns.ts";
import type { Projection } from "./projection.ts";
import { readRecordings, type Recording } from "./recordings.ts";
import { stepMs } from "./step.ts";

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

/** All satellites, in order of catalogue number. */
export function readSatellites(projection: Projection): Satellite[] {
  return [...readRecordings(projection).values()].map((recordings) =>
    readSatellite(projection, recordings)
  );
}

function readSatellite(
  projection: Projection,
  recordings: readonly Recording[],
): Satellite {
  const lastMs = Math.max(...recordings.map((r) => r.lastMs));
  // The preferred topic speaks for the satellite, unless it has fallen silent.
  const newest = recordings.find((r) => r.lastMs === lastMs)!;
  const latest = projection.positions.at(newest, lastMs);
  return {
    noradId: newest.noradId,
    name: newest.name,
    firstMs: Math.min(...recordings.map((r) => r.firstMs)),
    lastMs,
    samples: recordings.reduce((sum, r) => sum + r.samples, 0),
    stepMs: stepMs(projection, newest, lastMs + 1),
    topics: recordings.map((r) => r.topic),
    latest: latest && {
      ...positionAt(latest, 0),
      origin: ORIGINS[latest.origin[0]!]!,
    },
    elementSet: latest &&
      readElementSet(projection, latest.elementSetRef[0]!),
  };
}

const elementSetOf = preparedOnce((db) =>
  db.prepare<[number], NonNullable<Satellite["elementSet"]>>(`
    SELECT refs.id, epoch_us AS epochUs, source
    FROM element_set_refs AS refs LEFT JOIN element_sets USING (ref)
    WHERE refs.ref = +?`)
);

function readElementSet(
  { db }: Projection,
  ref: number,
): Satellite["elementSet"] {
  return elementSetOf(db).get(ref) ?? null;
}
