import { formatDuration } from "../duration.ts";
import {
  countDeadLetters,
  isRunning,
  type ProjectorStatus,
  type TopicStatus,
} from "./projector_status.ts";
import { storageWarnings } from "./storage_warnings.ts";
import type { Warning } from "./warning.ts";

/**
 * Everything that an operator should act on, the gravest first.
 *
 * @param status What the projector left; null where it left nothing.
 */
export function findWarnings(
  status: ProjectorStatus | null,
  nowMs: number,
): Warning[] {
  if (status === null) return [notRunning("The projector is not running")];
  return [
    ...(isRunning(status, nowMs)
      ? [...troublesNow(status), ...storageWarnings(status.storage)]
      : [notRunning(whyNotRunning(status))]),
    ...status.partitions.flatMap(({ topic, partition, halted }) =>
      halted === null ? [] : [{
        kind: "partition_halted" as const,
        message: `${topic}/${partition} is not read on: what comes there is ` +
          "not shown",
        remedy: halted,
      }]
    ),
    ...status.topics.flatMap((topic) =>
      retentionWarning(topic, status.eventLog) ?? []
    ),
    ...deadLettersWarning(countDeadLetters(status)),
  ];
}

/** What a topic's retention means, where it has one; null where it has none. */
export function retentionWarning(
  { name, retentionMs }: Pick<TopicStatus, "name" | "retentionMs">,
  eventLog: string,
): Warning | null {
  if (retentionMs === null) return null;
  const servers = eventLog.replace(/^kafka:\/\//, "").split(",")
    .map((broker) => broker.includes(":") ? broker : `${broker}:9092`);
  return {
    kind: "retention_finite",
    message: `The log forgets what is in ${name} after ` +
      `${formatDuration(retentionMs)}: a projection made from it later would ` +
      "lack what is older",
    remedy: `\`kafka-configs.sh --bootstrap-server ${servers.join(",")} ` +
      `--entity-type topics --entity-name ${name} --alter ` +
      "--add-config retention.ms=-1`",
  };
}

// Of a projector that is gone these would be told of another time.
function troublesNow(
  { logTrouble, writingTrouble }: ProjectorStatus,
): Warning[] {
  const warnings: Warning[] = [];
  if (logTrouble !== null) {
    warnings.push({
      kind: "log_unreachable",
      message: `The event log has not been reached since ` +
        `${formatTime(logTrouble.sinceMs)}: ${logTrouble.reason}`,
      remedy: "Bring it back, or set EVENT_LOG to where it is; the projector " +
        "goes on by itself",
    });
  }
  if (writingTrouble !== null) {
    warnings.push({
      kind: "writing_waits",
      message: `Nothing new has been written since ` +
        `${formatTime(writingTrouble.sinceMs)}: ${writingTrouble.reason}`,
      remedy: "Make room on the disk of the projection, or mend it; the " +
        "projector goes on by itself",
    });
  }
  return warnings;
}

function notRunning(message: string): Warning {
  return {
    kind: "projector_not_running",
    message: `${message}: what producers publish is not shown`,
    remedy: "Start it with `deno task projector`, or see what it wrote last",
  };
}

function whyNotRunning({ hasStopped, updatedMs }: ProjectorStatus): string {
  return hasStopped
    ? `The projector was stopped at ${formatTime(updatedMs)}`
    : `The projector was last heard of at ${formatTime(updatedMs)}`;
}

function deadLettersWarning(count: number): Warning[] {
  if (count === 0) return [];
  return [{
    kind: "dead_letters",
    message: count === 1
      ? "1 record could not be applied"
      : `${count} records could not be applied`,
    remedy: "See why with `deno task dead-letters`, or at " +
      "/api/v1/dead-letters; after a fix, `deno task dead-letters retry` " +
      "applies them",
  }];
}

function formatTime(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
}
