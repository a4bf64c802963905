import { each, type Metric, single } from "../shared/status/metrics.ts";
import type {
  ProducerStatus,
  SatelliteStatus,
  TopicStatus,
} from "./producer_status.ts";

/** A producer's status as numbers. */
export function producerMetrics(
  { stepMs, topics, satellites }: ProducerStatus,
): Metric[] {
  const ofTopics = (
    metric: Omit<Metric, "samples">,
    valueOf: (topic: TopicStatus) => number | null,
  ) =>
    each(metric, topics, (topic) => {
      const value = valueOf(topic);
      return value === null ? null : { labels: { topic: topic.name }, value };
    });
  const ofSatellites = (
    metric: Omit<Metric, "samples">,
    valueOf: (satellite: SatelliteStatus) => number,
  ) =>
    each(metric, satellites, (of) => ({
      labels: { topic: of.topic, norad_id: of.noradId, satellite: of.name },
      value: valueOf(of),
    }));
  return [
    single(
      gauge(
        "step_seconds",
        "Time between two ticks; of a catalogue, of what is watched.",
      ),
      stepMs / 1000,
    ),
    ofTopics(
      gauge(
        "latest_event_timestamp_seconds",
        "Time of the latest event that the log took, since 1970, UTC.",
      ),
      ({ latestMs }) => seconds(latestMs),
    ),
    ofTopics(
      gauge(
        "last_append_timestamp_seconds",
        "When the log took an event last, since 1970, UTC.",
      ),
      ({ takenMs }) => seconds(takenMs),
    ),
    ofTopics(
      gauge("refused", "1 where the log refused the last append, else 0."),
      ({ refusal }) => refusal === null ? 0 : 1,
    ),
    ofTopics(
      counter("records_total", "Records that the log took."),
      ({ taken }) => taken,
    ),
    ofTopics(
      counter("refused_appends_total", "Appends that the log refused."),
      ({ refused }) => refused,
    ),
    ofTopics(
      gauge("satellites", "Satellites that are published there."),
      ({ satelliteCount }) => satelliteCount || null,
    ),
    ofSatellites(
      gauge("missing_ticks", "Ticks yet to be filled in."),
      ({ missingTicks }) => missingTicks,
    ),
    ofSatellites(
      gauge("element_age_seconds", "Age of the elements in use."),
      ({ elementAgeS }) => elementAgeS,
    ),
  ];
}

function gauge(name: string, help: string) {
  return { name: `groundtrack_producer_${name}`, help, type: "gauge" as const };
}

function counter(name: string, help: string) {
  return { ...gauge(name, help), type: "counter" as const };
}

function seconds(timeMs: number | null): number | null {
  return timeMs === null ? null : timeMs / 1000;
}
