import { elementAgeHours } from "../tle/element_age.ts";
import type { AppendWatch, TopicAppends } from "./append_watch.ts";
import { ELEMENT_SETS_TOPIC } from "./element_sets.ts";
import type { Channel } from "./topics.ts";

/** How a producer is, at one instant. */
export interface ProducerStatus {
  readonly stepMs: number;
  readonly topics: readonly TopicStatus[];
  readonly satellites: readonly SatelliteStatus[];
}

export interface TopicStatus extends TopicAppends {
  readonly name: string;
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
  channels: readonly Channel[],
  { appends, nowMs, stepMs }: {
    readonly appends: AppendWatch;
    readonly nowMs: () => number;
    readonly stepMs: number;
  },
): () => ProducerStatus {
  const startedMs = nowMs();
  const readTopic = (name: string, isTicking: boolean): TopicStatus => {
    const topic = appends.of(name);
    const silentMs = isTicking
      ? nowMs() - Math.max(topic.latestMs ?? startedMs, startedMs)
      : null;
    return { ...topic, name, silentMs };
  };
  return () => ({
    stepMs,
    topics: [
      readTopic(ELEMENT_SETS_TOPIC, false),
      ...channels.map(({ topic }) => readTopic(topic, true)),
    ],
    satellites: channels.flatMap(({ tracks }) =>
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
