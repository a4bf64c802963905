import type { MissingTicks } from "./missing_ticks.ts";
import type { Satellite } from "./satellites.ts";

/** One satellite on one topic, and the ticks that the topic lacks of it. */
export interface Track {
  readonly topic: string;
  readonly satellite: Satellite;
  readonly stepMs: number;
  /** Whether it is one of many, rather than one that is asked for by itself. */
  readonly isOfCatalogue: boolean;
  readonly missing: MissingTicks;
}

/** What is published together: a tick is one event. */
export interface Channel {
  readonly topic: string;
  /** Key of a tick's event, by which a partition takes it. */
  readonly key: string;
  readonly stepMs: number;
  /** Whether it is one of the parts of many satellites, computed in bulk. */
  readonly isBulk: boolean;
  readonly tracks: readonly Track[];
}
