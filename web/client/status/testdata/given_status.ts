import type { StatusAnswer, TopicInfo } from "../contract.ts";
import type { KnownStatus } from "../status_reader.ts";

export const NOW_MS = Date.parse("2026-11-23T12:00:00Z");

/** How everything is where there is nothing to complain of, but as given. */
export function answerOf(given: Partial<StatusAnswer> = {}): StatusAnswer {
  const written = { id: "0123abcd", version: 3, revision: 1_234 };
  return {
    time: "2026-11-23T12:00:00Z",
    projection: written,
    unavailable: null,
    projector: {
      running: true,
      updated: "2026-11-23T11:59:59Z",
      connected: true,
      log_answered: "2026-11-23T11:59:57Z",
      last_commit: "2026-11-23T11:59:58Z",
      projection: { ...written, satellites_pending: 0 },
      rate: {
        over_seconds: 30,
        records_per_second: 3,
        positions_per_second: 9,
      },
    },
    storage: {
      event_log: { bytes: 4_000_000, wal_bytes: 1_000_000 },
      projection: { bytes: 9_000_000, wal_bytes: 0 },
      disks: [{
        holds: ["event_log", "projection"],
        free_bytes: 50_000_000_000,
        growth_bytes_per_day: 25_000_000,
        full_in_days: 100,
      }],
    },
    topics: [topicOf()],
    partitions: [{
      topic: "terra_topic",
      partition: 0,
      next_offset: 1_234,
      end_offset: 1_234,
      lag: 0,
      lag_seconds: 0,
      halted: null,
    }],
    replay: null,
    last_comparison: null,
    late_ranges: { count: 0, last_committed: null, from: null, to: null },
    damaged_hours: { count: 0, hours: [] },
    dead_letters: { count: 0 },
    warnings: [],
    ...given,
  };
}

/** A topic that is heard, but as given. */
export function topicOf(given: Partial<TopicInfo> = {}): TopicInfo {
  return {
    topic: "terra_topic",
    in_log: true,
    retention_seconds: null,
    newest_position: "2026-11-23T11:59:58Z",
    satellites: 1,
    step_seconds: 1,
    ...given,
  };
}

/** What is known, from an answer of just now. */
export function knownOf(
  answer: StatusAnswer | null,
  ageMs = 0,
  waitingMs = ageMs,
): KnownStatus {
  return { answer, nowMs: NOW_MS + ageMs, ageMs, waitingMs };
}

/** The same, of a projector that was killed an hour ago. */
export function deadProjector(): StatusAnswer {
  const { projector, topics, partitions, ...others } = answerOf();
  return {
    ...others,
    projector: {
      ...projector!,
      running: false,
      connected: null,
      updated: "2026-11-23T11:00:00Z",
      rate: null,
    },
    topics,
    partitions: partitions.map((partition) => ({
      ...partition,
      lag: null,
      lag_seconds: null,
    })),
    warnings: [{
      kind: "projector_not_running",
      message: "The projector was last heard of at 2026-11-23T11:00:00Z",
      remedy: "Start it with `deno task projector`",
    }],
  };
}
