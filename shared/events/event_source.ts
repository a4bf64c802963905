import {
  findWellKnown,
  type NamedSatellite,
} from "../../tle/well_known_satellites.ts";

/** Satellites that are set for topics, by the topic's name. */
export type TopicSatellites = ReadonlyMap<string, NamedSatellite>;

/** Where a record was read, which the oldest events rest on. */
export interface EventSource {
  readonly topic: string;
  /** Whom events are about that do not say so; null if that is not known. */
  readonly satellite: NamedSatellite | null;
}

/**
 * A topic as the source of events. Its satellite is the one that is set for
 * it, or else the well-known one in its name: that of `iss_topic` is the ISS.
 */
export function eventSource(topic: string, set: TopicSatellites): EventSource {
  const name = /^(.+)_topic$/i.exec(topic)?.[1] ?? "";
  return { topic, satellite: set.get(topic) ?? findWellKnown(name) };
}
