import {
  findWellKnown,
  type NamedSatellite,
} from "../tle/well_known_satellites.ts";
import type { TopicSatellites } from "./events/event_source.ts";

/**
 * Reads `my_topic:25544,test_topic:TERRA`: satellites by catalogue number, or
 * by a well-known name. One without a well-known name is called by its number.
 * Returns null if it is anything else, or has a topic twice.
 */
export function parseTopicSatellites(text: string): TopicSatellites | null {
  const satellites = new Map<string, NamedSatellite>();
  for (const item of text.split(",")) {
    const [, topic, name] = /^\s*([\w.-]{1,249})\s*:(.+)$/.exec(item) ?? [];
    const satellite = name === undefined ? null : satelliteOf(name.trim());
    if (satellite === null || satellites.has(topic!)) return null;
    satellites.set(topic!, satellite);
  }
  return satellites;
}

function satelliteOf(nameOrNumber: string): NamedSatellite | null {
  const known = findWellKnown(nameOrNumber);
  if (known !== null || !/^[1-9]\d{0,8}$/.test(nameOrNumber)) return known;
  return { noradId: Number(nameOrNumber), name: nameOrNumber };
}
