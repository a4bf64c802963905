import { MissingTicks } from "./missing_ticks.ts";
import type { Satellite } from "./satellites.ts";

/** One satellite on one topic, and the ticks that the topic lacks of it. */
export interface Track {
  readonly topic: string;
  readonly satellite: Satellite;
  readonly missing: MissingTicks;
}

/** One topic and what is published there, a tick as one event. */
export interface Channel {
  readonly topic: string;
  /** Key of a tick's event: the one satellite's number, or the topic's name. */
  readonly key: string;
  readonly tracks: readonly Track[];
}

export interface ChannelOptions {
  /** Where all satellites go; by default each has a topic of its own. */
  readonly topic?: string;
  readonly stepMs: number;
}

/** Assigns every satellite to its topic. */
export function createChannels(
  satellites: readonly Satellite[],
  { topic, stepMs }: ChannelOptions,
): Channel[] {
  const byTopic = Map.groupBy(
    satellites,
    (satellite) => topic ?? defaultTopic(satellite),
  );
  return [...byTopic].map(([name, members]) => ({
    topic: name,
    key: members.length === 1 ? String(members[0]!.noradId) : name,
    tracks: members.map((satellite) => ({
      topic: name,
      satellite,
      missing: new MissingTicks(stepMs),
    })),
  }));
}

/** `TERRA` gives `terra_topic`, `ISS (ZARYA)` gives `iss_topic`. */
export function defaultTopic({ name }: Pick<Satellite, "name">): string {
  const word = name.split(" (")[0]!.toLowerCase();
  return `${word.replaceAll(/[^a-z0-9._-]/g, "_")}_topic`;
}
