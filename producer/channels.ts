import { SAMPLING_STEP_MS } from "../tle/sampling_step.ts";
import { MOST_TOPICS } from "./group_topic.ts";
import { MissingTicks } from "./missing_ticks.ts";
import type { Satellite } from "./satellites.ts";
import { defaultTopic } from "./default_topic.ts";
import type { Channel, Track } from "./channel.ts";

/** More satellites on one topic are a catalogue. */
const MOST_BY_THEMSELVES = 50;

/** A thousand positions are an event of 68 KB; a record is to stay below 256. */
const MOST_IN_CHANNEL = 1000;

export interface ChannelOptions {
  /** Where all satellites go; by default each has a topic of its own. */
  readonly topic?: string;
  readonly stepMs: number;
}

/**
 * Which satellite goes where, and how often. Each has a tick every step; only
 * those of a catalogue have one every `SAMPLING_STEP_MS`, unless watched.
 */
export class Channels {
  readonly #options: ChannelOptions;
  /** Whether there are so many that they have no tick every step. */
  readonly isCatalogue: boolean;
  readonly #tracks = new Map<number, Track>();
  #list: readonly Channel[] = [];

  constructor(satellites: readonly Satellite[], options: ChannelOptions) {
    this.#options = options;
    this.isCatalogue = options.topic !== undefined &&
      satellites.length > MOST_BY_THEMSELVES;
    this.add(satellites);
  }

  /** How many satellites may be asked for at once: each may have a topic. */
  get mostOfWord(): number {
    return this.#options.topic === undefined ? MOST_TOPICS : Infinity;
  }

  /** As it is now; a change makes another list. */
  get list(): readonly Channel[] {
    return this.#list;
  }

  /**
   * Takes satellites up, from their next tick on: those that are new, and those
   * that are watched now and were not, or the other way round. Their element
   * sets are to be in the log by then.
   *
   * @param options.isWatched Whether they have a tick every step even in
   * a catalogue.
   */
  add(
    satellites: readonly Satellite[],
    { isWatched = false }: { readonly isWatched?: boolean } = {},
  ): void {
    const { topic, stepMs } = this.#options;
    const isOfCatalogue = this.isCatalogue && !isWatched;
    const step = isOfCatalogue ? SAMPLING_STEP_MS : stepMs;
    for (const satellite of satellites) {
      const known = this.#tracks.get(satellite.noradId);
      if (
        known?.satellite === satellite && known.isOfCatalogue === isOfCatalogue
      ) continue;
      this.#tracks.set(satellite.noradId, {
        topic: topic ?? defaultTopic(satellite),
        satellite,
        stepMs: step,
        isOfCatalogue,
        missing: new MissingTicks(step),
      });
    }
    this.#list = divide([...this.#tracks.values()]);
  }

  /** Leaves satellites out from the next tick on. */
  remove(noradIds: readonly number[]): void {
    for (const noradId of noradIds) this.#tracks.delete(noradId);
    this.#list = divide([...this.#tracks.values()]);
  }
}

/** Divides satellites into channels, those with the shortest step first. */
function divide(tracks: readonly Track[]): Channel[] {
  const groups = Map.groupBy(
    tracks,
    ({ topic, isOfCatalogue }) => `${isOfCatalogue} ${topic}`,
  );
  return [...groups.values()].flatMap(divideGroup)
    .sort((a, b) => a.stepMs - b.stepMs);
}

/** Divides what is on one topic at one step. */
function divideGroup(tracks: readonly Track[]): Channel[] {
  const [{ topic, stepMs, isOfCatalogue, satellite }] = tracks as [Track];
  const common = { topic, stepMs };
  if (tracks.length <= MOST_BY_THEMSELVES) {
    const key = tracks.length === 1 ? String(satellite.noradId) : topic;
    return [{ ...common, key, isBulk: false, tracks }];
  }
  // By its number, so that a satellite stays in one partition whoever comes
  // and goes; where the count doubles, each part is halved.
  let count = 1;
  while (count * MOST_IN_CHANNEL < tracks.length) count *= 2;
  const parts = Map.groupBy(
    tracks,
    ({ satellite }) => satellite.noradId % count,
  );
  const prefix = topic.replace(/_topic$/, "") +
    (isOfCatalogue ? "" : "-watched");
  return [...parts].map(([part, members]) => ({
    ...common,
    key: `${prefix}-${String(part).padStart(2, "0")}`,
    isBulk: true,
    tracks: members,
  })).sort((a, b) => a.key < b.key ? -1 : 1);
}
