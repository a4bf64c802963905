import { ORIGINS } from "../events/positions_recorded.ts";
import { DEGREES, KILOMETRES } from "../events/resolution.ts";
import type { Position } from "./position_columns.ts";
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
  readonly latest: Position & { readonly origin: string };
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
  const latest = projection.positions.last(newest, {
    fromMs: lastMs,
    toMs: lastMs + 1,
  })!;
  return {
    noradId: newest.noradId,
    name: newest.name,
    firstMs: Math.min(...recordings.map((r) => r.firstMs)),
    lastMs,
    samples: recordings.reduce((sum, r) => sum + r.samples, 0),
    stepMs: stepMs(projection, newest, { fromMs: 0, toMs: lastMs + 1 }),
    topics: recordings.map((r) => r.topic),
    latest: {
      timeMs: latest.timeMs,
      latitudeDeg: latest.latitudeE6 / DEGREES,
      longitudeDeg: latest.longitudeE6 / DEGREES,
      altitudeKm: latest.altitudeE4 / KILOMETRES,
      origin: ORIGINS[latest.origin]!,
    },
    elementSet: readElementSet(projection, latest.elementSetRef),
  };
}

function readElementSet(
  { db }: Projection,
  ref: number | null,
): Satellite["elementSet"] {
  if (ref === null) return null;
  return db.prepare<[number], NonNullable<Satellite["elementSet"]>>(`
    SELECT refs.id, epoch_us AS epochUs, source
    FROM element_set_refs AS refs LEFT JOIN element_sets USING (id)
    WHERE refs.ref = ?`).get(ref) ?? null;
}
