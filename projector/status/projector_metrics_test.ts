import assert from "node:assert/strict";
import { renderMetrics } from "../../shared/status/metrics.ts";
import type { ProjectorStatus } from "../../shared/status/projector_status.ts";
import {
  diskOf,
  NOW_MS,
  partitionOf,
  statusOf,
  storageOf,
} from "../../shared/status/testdata/given_status.ts";
import { projectorMetrics } from "./projector_metrics.ts";

/** The samples of a status, without the comments. */
async function linesOf(given: Partial<ProjectorStatus>): Promise<string[]> {
  const text = await renderMetrics(projectorMetrics(statusOf(given)));
  return text.split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.replace(/^groundtrack_projector_/, ""));
}

Deno.test("projectorMetrics() tells all that the status tells, and the warnings", async () => {
  const disk = { growthBytesPerDay: 21_600_000 };
  const lines = await linesOf({
    storage: storageOf({ disks: [diskOf(disk)] }),
    partitions: [
      partitionOf({ deadLetters: 1 }),
      partitionOf({
        partition: 1,
        nextOffset: null,
        endOffset: null,
        halted: "It is another log",
      }),
    ],
  });
  const at = (ms: number) => (NOW_MS - ms) / 1000;
  assert.deepEqual(lines, [
    "running 1",
    "log_connected 1",
    "writing_waits 0",
    "event_log_bytes 4000000",
    "event_log_wal_bytes 1000000",
    "projection_bytes 9000000",
    "projection_wal_bytes 2000000",
    'disk_free_bytes{holds="event_log,projection"} 50000000000',
    'disk_growth_bytes_per_second{holds="event_log,projection"} 250',
    'disk_full_in_seconds{holds="event_log,projection"} 172800000',
    `log_answered_timestamp_seconds ${at(1_000)}`,
    `last_commit_timestamp_seconds ${at(500)}`,
    'projection_info{id="0123abcd",version="2"} 1',
    "commits_total 7",
    "positions_superseded_total 2",
    "satellites_pending 3",
    `newest_position_timestamp_seconds{topic="terra_topic"} ${at(1_500)}`,
    'topic_retention_seconds{topic="terra_topic"} +Inf',
    'next_offset{topic="terra_topic",partition="0"} 10',
    'end_offset{topic="terra_topic",partition="0"} 12',
    'lag_records{topic="terra_topic",partition="0"} 2',
    'lag_seconds{topic="terra_topic",partition="0"} 6.5',
    'partition_halted{topic="terra_topic",partition="0"} 0',
    'partition_halted{topic="terra_topic",partition="1"} 1',
    'records_applied_total{topic="terra_topic",partition="0"} 10',
    'records_applied_total{topic="terra_topic",partition="1"} 10',
    'positions_decoded_total{topic="terra_topic",partition="0"} 30',
    'positions_decoded_total{topic="terra_topic",partition="1"} 30',
    'dead_letters{topic="terra_topic",partition="0"} 1',
    'dead_letters{topic="terra_topic",partition="1"} 0',
    'warnings{kind="projector_not_running"} 0',
    'warnings{kind="log_unreachable"} 0',
    'warnings{kind="writing_waits"} 0',
    'warnings{kind="disk_low"} 0',
    'warnings{kind="disk_filling"} 0',
    'warnings{kind="wal_large"} 0',
    'warnings{kind="hour_damaged"} 0',
    'warnings{kind="partition_halted"} 1',
    'warnings{kind="retention_finite"} 0',
    'warnings{kind="dead_letters"} 1',
  ]);
});
