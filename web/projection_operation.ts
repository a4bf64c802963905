import { WARNING_KINDS } from "../shared/status/warning.ts";
import type { Operation } from "./openapi/operation.ts";
import {
  choice,
  FLAG,
  INSTANT,
  list,
  nullable,
  NUMBER,
  object,
  says,
  TEXT,
  WHOLE,
} from "./openapi/schema.ts";

const WRITTEN = { id: TEXT, version: WHOLE, revision: WHOLE };

const PROJECTOR = object({
  running: FLAG,
  updated: INSTANT,
  connected: nullable(FLAG),
  log_answered: nullable(INSTANT),
  last_commit: nullable(INSTANT),
  writing_waits: nullable(TEXT),
  projection: says(
    object({ ...WRITTEN, satellites_pending: WHOLE }),
    "What it writes, which need not be what is served",
  ),
  rate: nullable(object({
    over_seconds: NUMBER,
    records_per_second: NUMBER,
    positions_per_second: NUMBER,
  })),
});

const SIZE = object({ bytes: nullable(WHOLE), wal_bytes: nullable(WHOLE) });

const STORAGE = object({
  event_log: SIZE,
  projection: SIZE,
  disks: list(object({
    holds: list(TEXT),
    free_bytes: WHOLE,
    growth_bytes_per_day: nullable(NUMBER),
    full_in_days: nullable(NUMBER),
  })),
});

const TOPIC = object({
  topic: TEXT,
  in_log: nullable(FLAG),
  retention_seconds: says(nullable(NUMBER), "Null for ever"),
  newest_position: nullable(INSTANT),
  newest_position_age_seconds: nullable(NUMBER),
  satellites: says(nullable(WHOLE), "Of which it holds positions"),
  step_seconds: says(
    nullable(NUMBER),
    "Between two positions of the satellite heard last",
  ),
});

const PARTITION = object({
  topic: TEXT,
  partition: WHOLE,
  next_offset: nullable(WHOLE),
  end_offset: nullable(WHOLE),
  lag: says(nullable(WHOLE), "In records"),
  lag_seconds: nullable(NUMBER),
  halted: nullable(TEXT),
});

const REPLAY = object({
  running: FLAG,
  phase: choice("applying", "comparing", "done", "failed", "killed"),
  started: INSTANT,
  updated: INSTANT,
  failure: nullable(TEXT),
  records_done: nullable(WHOLE),
  records_in_all: nullable(WHOLE),
  records_per_second: nullable(NUMBER),
});

export const PROJECTION_OPERATION: Operation = {
  path: "/api/v1/projection",
  group: "Operation",
  summary: "How everything is, and what to act on",
  description:
    "The projection that is served, the projector, topics and how far behind they are, room on the disks, warnings with their remedies. Answers also where there is no projection.",
  parameters: {},
  answers: {
    "application/json": object({
      time: says(INSTANT, "When all of this was so"),
      projection: nullable(object(WRITTEN)),
      unavailable: says(nullable(TEXT), "Why there is no projection to read"),
      projector: nullable(PROJECTOR),
      newest_position: nullable(INSTANT),
      storage: nullable(STORAGE),
      topics: list(TOPIC),
      partitions: list(PARTITION),
      replay: nullable(REPLAY),
      last_comparison: nullable(object({
        time: INSTANT,
        hours: WHOLE,
        differing_hours: WHOLE,
      })),
      late_ranges: says(
        nullable(object({
          count: WHOLE,
          last_committed: nullable(INSTANT),
          from: nullable(INSTANT),
          to: nullable(INSTANT),
        })),
        "What came late within the last day",
      ),
      damaged_hours: object({
        count: WHOLE,
        hours: list(object({ norad_id: WHOLE, from: INSTANT, reason: TEXT })),
      }),
      dead_letters: object({ count: nullable(WHOLE) }),
      warnings: list(object({
        kind: choice(...WARNING_KINDS),
        message: TEXT,
        remedy: says(TEXT, "What to do; a command stands in backquotes"),
      })),
    }),
  },
  problems: [400],
  examples: [{
    summary: "How everything is",
    address: "/api/v1/projection",
  }],
};
