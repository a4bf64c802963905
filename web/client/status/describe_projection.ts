import {
  formatCount,
  formatDateTime,
  formatDuration,
  formatTimeOfDay,
} from "../format.ts";
import { asLeft } from "./as_left.ts";
import type { ReplayInfo, StatusAnswer } from "./contract.ts";
import type { Cell, Row, Rows } from "./status_row.ts";
import { texts } from "./status_texts.ts";

const words = texts.flow;
const mostHoursNamed = 3;

/** What is served, what is written, and what became of making it anew. */
export function describeProjection(answer: StatusAnswer, nowMs: number): Rows {
  const { projection, projector } = answer;
  const rows: Row[] = [
    [{ text: words.projection }, versionOf(projection)],
    ...projector && projector.projection.id !== projection?.id
      ? [[{ text: words.other }, versionOf(projector.projection)]]
      : [],
    [{ text: words.rate }, rate(answer)],
    [{ text: words.lastCommit }, lastCommit(answer, nowMs)],
    [{ text: words.pending }, pending(answer)],
    [{ text: words.late }, late(answer, nowMs)],
    [{ text: words.damaged }, damaged(answer)],
    [{ text: words.replay }, replay(answer.replay, nowMs)],
    [{ text: words.compared }, compared(answer)],
  ];
  return { rows, ...asLeft(answer, nowMs) };
}

function versionOf(projection: StatusAnswer["projection"]): Cell {
  if (projection === null) {
    return { text: words.noProjection, tone: "attention" };
  }
  const { id, version, revision } = projection;
  return { text: words.versionOf(id, version, formatCount(revision)) };
}

function rate({ projector }: StatusAnswer): Cell {
  if (!projector?.rate) return { text: texts.unknown };
  const { over_seconds, records_per_second, positions_per_second } =
    projector.rate;
  return {
    text: words.rateOf(
      records_per_second.toFixed(1),
      positions_per_second.toFixed(1),
      formatDuration(1_000 * over_seconds),
    ),
  };
}

function lastCommit({ projector }: StatusAnswer, nowMs: number): Cell {
  if (!projector?.last_commit) return { text: texts.unknown };
  const atMs = Date.parse(projector.last_commit);
  return {
    text: texts.ago(formatDuration(Math.max(0, nowMs - atMs))),
    atMs,
  };
}

function pending({ projector }: StatusAnswer): Cell {
  if (projector === null) return { text: texts.unknown };
  const { satellites_pending: count } = projector.projection;
  return {
    text: count === 0
      ? words.nothingPending
      : words.pendingOf(formatCount(count)),
  };
}

function late({ late_ranges }: StatusAnswer, nowMs: number): Cell {
  if (late_ranges === null) return { text: texts.unknown };
  const { count, from, to } = late_ranges;
  if (from === null || to === null) return { text: words.nothingLate };
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  const start = formatTimeOfDay(fromMs, nowMs);
  // Without a date it is read as of the start's day, not of today.
  const end = formatTimeOfDay(toMs, fromMs);
  return { text: words.lateOf(formatCount(count), start, end) };
}

function damaged({ damaged_hours: { count, hours } }: StatusAnswer): Cell {
  if (count === 0) return { text: words.noneDamaged };
  const some = hours.slice(0, mostHoursNamed).map(({ norad_id, from }) =>
    `${norad_id} ${formatDateTime(Date.parse(from)).slice(0, 16)}`
  ).join(", ");
  return { text: words.damagedOf(formatCount(count), some), tone: "broken" };
}

function replay(info: ReplayInfo | null, nowMs: number): Cell {
  if (info === null) return { text: words.noReplay };
  const { phase, updated } = info;
  if (phase === "comparing") return { text: words.comparing };
  if (phase === "applying") return { text: applying(info) };
  const atMs = Date.parse(updated);
  const time = `${formatTimeOfDay(atMs, nowMs)} UTC`;
  return phase === "done"
    ? { text: words.done(time), atMs }
    : { text: words[phase](time), tone: "attention", atMs };
}

function applying(
  { records_done, records_in_all, records_per_second }: ReplayInfo,
): string {
  const share = records_in_all === 0 ? 1 : records_done / records_in_all;
  const left = records_per_second
    ? words.left(
      formatDuration(
        1_000 * Math.max(0, records_in_all - records_done) /
          records_per_second,
      ),
    )
    : "";
  return words.applying(
    String(Math.min(100, Math.floor(100 * share))),
    formatCount(records_done),
    formatCount(records_in_all),
    left,
  );
}

function compared({ last_comparison }: StatusAnswer): Cell {
  if (last_comparison === null) return { text: texts.none };
  const { time, hours, differing_hours } = last_comparison;
  const atMs = Date.parse(time);
  const text = words.comparedOf(
    formatCount(hours),
    formatCount(differing_hours),
    `${formatDateTime(atMs)} UTC`,
  );
  return differing_hours === 0
    ? { text, atMs }
    : { text, atMs, tone: "attention" };
}
