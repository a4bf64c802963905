import { formatCount, formatTimeOfDay } from "../format.ts";
import { behindAfterSeconds, nameOf } from "./describe_topics.ts";
import type { OperatorWarning, StatusAnswer } from "./contract.ts";
import { findSilence } from "./find_silence.ts";
import { isOld } from "./is_old.ts";
import type { KnownStatus } from "./status_reader.ts";
import { texts } from "./status_texts.ts";

/** What someone has to do, and why. Commands stand between backquotes. */
export interface Action {
  tone: "attention" | "broken";
  message: string;
  remedy: string;
}

/** Of these something is lost, or not shown, for as long as they last. */
const grave = new Set([
  "projector_not_running",
  "log_unreachable",
  "writing_waits",
  "disk_low",
  "hour_damaged",
  "partition_halted",
]);
/** Who has been silent for longer is taken to have been ended. */
const silentForMs = 86_400_000;
/** The producers that come with the program, by topic. */
const ownTopics = ["terra", "aqua", "aura"];

/** Everything that needs someone, the gravest first. */
export function findActions(known: KnownStatus): Action[] {
  const { answer, nowMs } = known;
  const gone = serverGone(known);
  // The rest was so, and may be so no longer.
  if (answer === null || gone.length > 0) return gone;
  const warnings = answer.warnings.map(asAction);
  const actions = [
    ...unavailable(answer),
    ...warnings,
    // Of what came since, the answer knows nothing.
    ...silentTopics(answer, Date.parse(answer.time)),
    ...behind(answer),
    ...replayEnded(answer, nowMs),
    ...differing(answer, nowMs),
  ];
  const isGrave = ({ tone }: Action) => tone === "broken";
  return [
    ...actions.filter(isGrave),
    ...actions.filter((action) => !isGrave(action)),
  ];
}

function serverGone(known: KnownStatus): Action[] {
  const { answer, nowMs, ageMs, waitingMs } = known;
  if (!isOld(waitingMs)) return [];
  const since = formatTimeOfDay(nowMs - ageMs, nowMs);
  const { message, never, remedy } = texts.noServer;
  return [{
    tone: "broken",
    message: answer === null ? never : message(since),
    remedy,
  }];
}

// What a projector has to do is said beside, where none is at it.
function unavailable({ unavailable, projector }: StatusAnswer): Action[] {
  if (unavailable === null || !projector?.running) return [];
  const { remedy } = texts.making;
  return [{ tone: "attention", message: unavailable, remedy }];
}

function asAction({ kind, message, remedy }: OperatorWarning): Action {
  return { tone: grave.has(kind) ? "broken" : "attention", message, remedy };
}

function silentTopics(answer: StatusAnswer, nowMs: number): Action[] {
  return answer.topics.flatMap((topic) => {
    const silence = findSilence(topic, answer, nowMs);
    if (silence?.kind !== "silent" || silence.ageMs > silentForMs) return [];
    const { topic: name } = topic;
    const own = ownTopics.find((satellite) => name === `${satellite}_topic`);
    const words = texts.silent;
    return [{
      tone: "attention",
      // Without a running number: with each it would be drawn anew.
      message: words.message(name, formatTimeOfDay(silence.newestMs, nowMs)),
      remedy: words.remedy(own ? words.ownCommand(own) : words.command(name)),
    }];
  });
}

function behind({ partitions }: StatusAnswer): Action[] {
  return partitions.flatMap((partition) => {
    const { lag_seconds, halted } = partition;
    if (halted !== null) return [];
    if (lag_seconds === null || lag_seconds <= behindAfterSeconds) return [];
    const { message, remedy } = texts.behind;
    return [{
      tone: "attention",
      // Without running numbers: with each it would be drawn anew.
      message: message(nameOf(partition)),
      remedy,
    }];
  });
}

function replayEnded({ replay }: StatusAnswer, nowMs: number): Action[] {
  if (replay?.phase !== "failed" && replay?.phase !== "killed") return [];
  const { failed, killed, remedy } = texts.replayEnded;
  const time = formatTimeOfDay(Date.parse(replay.started), nowMs);
  const message = replay.phase === "failed"
    ? failed(time, replay.failure ?? texts.unknown)
    : killed(time);
  return [{ tone: "attention", message, remedy }];
}

function differing(answer: StatusAnswer, nowMs: number): Action[] {
  const { last_comparison } = answer;
  if (last_comparison === null || last_comparison.differing_hours === 0) {
    return [];
  }
  const { time, hours, differing_hours } = last_comparison;
  const { message, remedy } = texts.differing;
  return [{
    tone: "attention",
    message: message(
      formatCount(differing_hours),
      formatCount(hours),
      formatTimeOfDay(Date.parse(time), nowMs),
    ),
    remedy,
  }];
}
