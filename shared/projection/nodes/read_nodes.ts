import type { Node } from "../../../tle/nodes/node_crossing.ts";
import { preparedOnce, type Sqlite } from "../../sqlite.ts";
import type { Projection } from "../projection.ts";
import type { TimeRangeMs } from "../time_range.ts";
import type { StoredNode } from "./stored_node.ts";

type Db = Pick<Projection, "db">;

/** Which crossings to read: of both kinds, if none is named. */
export interface NodeSearch extends TimeRangeMs {
  readonly node?: Node;
}

/** A crossing in short: what tells its place among others. */
export interface NodePlace {
  readonly timeMs: number;
  readonly isAscending: number;
  readonly longitudeE6: number;
  readonly altitudeE4: number;
}

/** A crossing whose revolution is known. */
export interface CountedNode {
  readonly timeMs: number;
  readonly isAscending: number;
  readonly revolution: number;
}

const PLACE = `time_ms AS timeMs, is_ascending AS isAscending,
  longitude_e6 AS longitudeE6, altitude_e4 AS altitudeE4`;
const RANGE = `norad_id = +? AND time_ms >= +? AND time_ms < +?
  AND is_ascending BETWEEN +? AND +?`;

const whole = preparedOnce((db) =>
  db.prepare<number[], StoredNode>(`
    SELECT ${PLACE}, revolution, topics.name AS topic,
      element_set_refs.id AS elementSet
    FROM node_crossings LEFT JOIN topics ON topics.ref = topic_ref
      LEFT JOIN element_set_refs ON element_set_refs.ref = element_set_ref
    WHERE ${RANGE} ORDER BY time_ms LIMIT +?`)
);

const places = preparedOnce((db) => ({
  first: prepare(db, ""),
  last: prepare(db, "DESC"),
}));

function prepare(db: Sqlite, order: string) {
  return db.prepare<number[], NodePlace>(`
    SELECT ${PLACE} FROM node_crossings
    WHERE ${RANGE} ORDER BY time_ms ${order} LIMIT +?`);
}

const counted = preparedOnce((db) => ({
  last: db.prepare<number[], CountedNode>(`
    SELECT time_ms AS timeMs, is_ascending AS isAscending, revolution
    FROM node_crossings
    WHERE norad_id = +? AND time_ms <= +? AND time_ms >= +?
      AND revolution IS NOT NULL ORDER BY time_ms DESC LIMIT 1`),
  first: db.prepare<number[], CountedNode>(`
    SELECT time_ms AS timeMs, is_ascending AS isAscending, revolution
    FROM node_crossings
    WHERE norad_id = +? AND time_ms > +? AND time_ms <= +?
      AND revolution IS NOT NULL ORDER BY time_ms LIMIT 1`),
}));

/** A satellite's crossings of the equator, earliest first, so many at most. */
export function readNodes(
  { db }: Db,
  noradId: number,
  { limit, ...search }: NodeSearch & { readonly limit: number },
): StoredNode[] {
  return whole(db).all(noradId, ...bounds(search), limit);
}

/** The same in short, which takes a third of the time: a microsecond each. */
export function readNodePlaces(
  { db }: Db,
  noradId: number,
  { limit, ...search }: NodeSearch & { readonly limit: number },
): NodePlace[] {
  return places(db).first.all(noradId, ...bounds(search), limit);
}

/** The last crossing of a range; null where there is none. */
export function lastNodePlace(
  { db }: Db,
  noradId: number,
  search: NodeSearch,
): NodePlace | null {
  return places(db).last.get(noradId, ...bounds(search), 1) ?? null;
}

/**
 * The last crossing up to an instant whose revolution is known, else the first
 * one after it; null where there is none within so long a time.
 */
export function countedNodeNear(
  { db }: Db,
  noradId: number,
  timeMs: number,
  withinMs: number,
): CountedNode | null {
  const { last, first } = counted(db);
  return last.get(noradId, timeMs, timeMs - withinMs) ??
    first.get(noradId, timeMs, timeMs + withinMs) ?? null;
}

/** From a satellite's first crossing to its last; null where there are none. */
export function extentOfNodes(
  projection: Db,
  noradId: number,
): TimeRangeMs | null {
  const all = { fromMs: -Infinity, toMs: Infinity };
  const [first] = readNodePlaces(projection, noradId, { ...all, limit: 1 });
  const last = lastNodePlace(projection, noradId, all);
  if (first === undefined || last === null) return null;
  return { fromMs: first.timeMs, toMs: last.timeMs + 1 };
}

function bounds({ fromMs, toMs, node }: NodeSearch): number[] {
  const least = node === "ascending" ? 1 : 0;
  const most = node === "descending" ? 0 : 1;
  return [fromMs, toMs, least, most];
}
