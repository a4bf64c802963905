import type { Position } from "../feed/position_window.ts";
import type { Look } from "../passes/look_along.ts";
import type { TrackRun } from "./coming_tracks.ts";
import type { MapPlace } from "./map_frame.ts";
import type { SkySamples } from "./sky_samples.ts";

/** All that the map shows at one time. */
export interface MapScene {
  timeMs: number;
  /** Those that are chosen. */
  satellites: MapSatellite[];
  /** All others, where there are very many; null where there are none. */
  sky: SkySamples | null;
  observer: Observer | null;
}

/** A satellite that is chosen, and where it was and will be. */
export interface MapSatellite {
  noradId: number;
  name: string;
  position: Position | null;
  /** Whether it is elsewhere by now. */
  isOld: boolean;
  /** Whether its numbers look old: they do so sooner. */
  isOfBefore: boolean;
  /** Where the observer sees that position; null where there is none. */
  look: Look | null;
  /** The last revolution, and those before it. */
  past: Position[][];
  older: Position[][];
  coming: TrackRun[];
}

/** Who looks at satellites, by the name of the place. */
export interface Observer extends MapPlace {
  name: string;
}

/** What is pointed at: a satellite, or a place of a track. */
export interface Pointed {
  noradId: number;
  position: Position;
  /** Null where it is the satellite itself. */
  track: "past" | TrackRun["source"] | null;
}
