import { elementAgeHours } from "../tle/element_age.ts";
import type { AppendWatch, TopicAppends } from "./append_watch.ts";
import { ELEMENT_SETS_TOPIC } from "./element_sets.ts";
import type { Channel } from "./channel.ts";
import type { Channels } from "./channels.ts";

/** How a producer is, at one instant. */
export interface ProducerStatus {
  readonly stepMs: number;
  readonly topics: readonly TopicStatus[];
  /** Those that have ticks of their own; of a catalogue they are only counted. */
  readonly satellites: readonly SatelliteStatus[];
}

export interface TopicStatus extends TopicAppends {
  readonly name: string;
  readonly satelliteCount: number;
  /** Between two of its ticks; null where none is to come. */
  readonly stepMs: number | null;
  /** Since when no tick was taken, in ms; null where none is to come. */
  readonly silentMs: number | null;
}

export interface SatelliteStatus {
  readonly topic: string;
  readonly noradId: number;
  readonly name: string;
  /** Ticks of the window that are yet to be filled in. */
  readonly missingTicks: number;
  /** Negative where the elements are of a time to come. */
  readonly elementAgeS: number;
}

/** Tells how a producer is, whenever asked. */
export function createStatusReader(
  channels: Channels,
  { appends, nowMs, stepMs }: {
    readonly appends: AppendWatch;
    readonly nowMs: () => number;
    readonly stepMs: number;
  },
): () => ProducerStatus {
  const startedMs = nowMs();
  const readTopic = (name: string, own: readonly Channel[]): TopicStatus => {
    const topic = appends.of(name);
    const isTicking = own.length > 0;
    const silentMs = isTicking
      ? nowMs() - Math.max(topic.latestMs ?? startedMs, startedMs)
      : null;
    return {
      ...topic,
      name,
      satelliteCount: own.reduce((sum, { tracks }) => sum + tracks.length, 0),
      stepMs: isTicking ? Math.min(...own.map(({ stepMs }) => stepMs)) : null,
      silentMs,
    };
  };
  return () => ({
    stepMs,
    topics: [
      readTopic(ELEMENT_SETS_TOPIC, []),
      ...[...Map.groupBy(channels.list, ({ topic }) => topic)]
        .map(([name, own]) => readTopic(name, own)),
    ],
    satellites: channels.list.filter(({ isBulk }) => !isBulk)
      .flatMap(({ tracks }) =>
        tracks.map(({ topic, satellite, missing }) => ({
          topic,
          noradId: satellite.noradId,
          name: satellite.name,
          missingTicks: missing.size,
          elementAgeS: elementAgeHours(satellite.orbit.elementSet, nowMs()) *
            3600,
        }))
      ),
  });
}
