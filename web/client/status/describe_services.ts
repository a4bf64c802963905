import { formatCount, formatDuration, formatTimeOfDay } from "../format.ts";
import type { StatusAnswer, TopicInfo } from "./contract.ts";
import { findSilence, type Silence } from "./find_silence.ts";
import type { KnownStatus } from "./status_reader.ts";
import type { Cell, Row } from "./status_row.ts";
import { isOld } from "./is_old.ts";
import { texts } from "./status_texts.ts";

const words = texts.services;

/** Each service: how it is, and how anyone knows. */
export function describeServices(known: KnownStatus): Row[] {
  const { answer, nowMs } = known;
  if (answer === null) return [webApp(known)];
  const rows = [
    webApp(known),
    projector(answer, nowMs),
    eventLog(answer, nowMs),
    ...answer.topics.flatMap((topic) => {
      const silence = findSilence(topic, answer, nowMs);
      return silence ? [producer(topic, silence)] : [];
    }),
  ];
  // Only the web app tells of the others.
  return isOld(known.waitingMs) ? rows.map(forget) : rows;
}

function forget(row: Row, i: number): Row {
  const [service] = row;
  return i === 0
    ? row
    : [service!, { text: texts.unknown }, { text: words.onlyWeb }];
}

function webApp({ answer, nowMs, ageMs, waitingMs }: KnownStatus): Row {
  const saidMs = nowMs - ageMs;
  const isGone = isOld(waitingMs);
  const state: Cell = answer !== null && !isGone
    ? { text: words.answers, tone: "good" }
    : isGone
    ? { text: words.gone(time(saidMs, nowMs)), tone: "broken", atMs: saidMs }
    : { text: texts.unknown };
  return [
    { text: words.web },
    state,
    { text: answer === null ? texts.none : words.byAnswer(age(ageMs)) },
  ];
}

function projector({ projector: info }: StatusAnswer, nowMs: number): Row {
  const name = { text: words.projector };
  if (info === null) {
    const state: Cell = { text: words.neverRan, tone: "broken" };
    return [name, state, { text: words.noFile }];
  }
  const atMs = Date.parse(info.updated);
  const state: Cell = info.running
    ? { text: words.runs, tone: "good" }
    : { text: words.stopped(time(atMs, nowMs)), tone: "broken", atMs };
  return [name, state, { text: words.byFile(age(nowMs - atMs)) }];
}

function eventLog({ projector: info }: StatusAnswer, nowMs: number): Row {
  const state: Cell = info === null || info.connected === null
    ? { text: texts.unknown, tone: "attention" }
    : info.connected
    ? { text: words.reached, tone: "good" }
    : { text: words.notReached, tone: "broken" };
  const how = info === null || info.log_answered === null
    ? words.onlyProjector
    : words.byProjector(age(nowMs - Date.parse(info.log_answered)));
  return [{ text: words.eventLog }, state, { text: how }];
}

function producer(topic: TopicInfo, silence: Silence): Row {
  const name = { text: words.producer(topic.topic) };
  if (silence.kind === "unknown") {
    const state: Cell = { text: words.notHeard, tone: "attention" };
    return [name, state, { text: words.byNothing }];
  }
  const { kind, ageMs, newestMs } = silence;
  const state: Cell = kind === "heard"
    ? { text: words.heard(age(ageMs)), tone: "good" }
    : kind === "silent"
    ? { text: words.silent(age(ageMs)), tone: "attention" }
    : { text: words.ahead(age(-ageMs)), tone: "attention" };
  return [name, { ...state, atMs: newestMs }, { text: pace(topic) }];
}

function pace({ satellites, step_seconds }: TopicInfo): string {
  if (satellites === null) return texts.none;
  const step = step_seconds === null
    ? ""
    : words.every(formatDuration(1_000 * step_seconds));
  return words.byTopic(
    words.satellites(satellites, formatCount(satellites)),
    step,
  );
}

const age = (ageMs: number) => formatDuration(Math.max(0, ageMs));
const time = (atMs: number, nowMs: number) =>
  `${formatTimeOfDay(atMs, nowMs)} UTC`;
