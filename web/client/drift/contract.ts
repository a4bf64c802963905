/** The two crossings of the equator of a revolution. */
export type Node = "ascending" | "descending";

/** A crossing of the equator, as the API has it. */
export interface NodeAnswer {
  time: string;
  node: Node;
  /** Null where it cannot be told. */
  revolution: number | null;
  longitude_deg: number;
  altitude_km: number;
  /** Such as `10:29:45.123`. */
  mean_local_solar_time: string;
  apparent_local_solar_time: string;
}

export interface NodesAnswer {
  nodes: NodeAnswer[];
  gaps: { from: string; to: string }[];
}
