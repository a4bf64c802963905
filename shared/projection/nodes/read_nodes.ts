import { preparedOnce } from "../../sqlite.ts";
import type { Projection } from "../projection.ts";
import type { TimeRangeMs } from "../time_range.ts";
import type { StoredNode } from "./stored_node.ts";

const inRange = preparedOnce((db) =>
  db.prepare<number[], StoredNode>(`
    SELECT time_ms AS timeMs, is_ascending AS isAscending,
      longitude_e6 AS longitudeE6, altitude_e4 AS altitudeE4, revolution,
      topics.name AS topic, element_set_refs.id AS elementSet
    FROM node_crossings LEFT JOIN topics ON topics.ref = topic_ref
      LEFT JOIN element_set_refs ON element_set_refs.ref = element_set_ref
    WHERE norad_id = +? AND time_ms >= +? AND time_ms < +?
    ORDER BY time_ms LIMIT +?`)
);

const edges = preparedOnce((db) => ({
  first: db.prepare<[number], number>(`
    SELECT time_ms FROM node_crossings WHERE norad_id = +?
    ORDER BY time_ms LIMIT 1`).pluck(),
  last: db.prepare<[number], number>(`
    SELECT time_ms FROM node_crossings WHERE norad_id = +?
    ORDER BY time_ms DESC LIMIT 1`).pluck(),
}));

/** A satellite's crossings of the equator, earliest first, so many at most. */
export function readNodes(
  { db }: Pick<Projection, "db">,
  noradId: number,
  { fromMs, toMs, limit }: TimeRangeMs & { readonly limit: number },
): StoredNode[] {
  return inRange(db).all(noradId, fromMs, toMs, limit);
}

/** From a satellite's first crossing to its last; null where there are none. */
export function extentOfNodes(
  { db }: Pick<Projection, "db">,
  noradId: number,
): TimeRangeMs | null {
  const fromMs = edges(db).first.get(noradId);
  const lastMs = edges(db).last.get(noradId);
  if (fromMs === undefined || lastMs === undefined) return null;
  return { fromMs, toMs: lastMs + 1 };
}
