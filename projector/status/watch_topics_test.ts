import assert from "node:assert/strict";
import {
  EventLogError,
  type TopicDescription,
} from "../../shared/event_log/event_log.ts";
import { StatusBoard } from "./status_board.ts";
import { GivenProjection } from "../testdata/given_projection.ts";
import { waitUntil } from "../testdata/temp_folder.ts";
import { watchTopics } from "./watch_topics.ts";

const DAY_MS = 86_400_000;

const topic = (name: string, retentionMs: number | null) =>
  ({ name, partitions: [], retentionMs }) satisfies TopicDescription;

/** Watches a log that gives these answers, the last one for ever. */
async function watch(
  answers: readonly (() => Promise<TopicDescription[]>)[],
  test: (
    board: StatusBoard,
    reports: readonly string[],
    asked: () => number,
  ) => Promise<void>,
): Promise<void> {
  using given = new GivenProjection();
  const nowMs = () => 0;
  const eventLog = "kafka://broker:9092";
  const board = new StatusBoard(given.db, { eventLog, nowMs });
  const reports: string[] = [];
  const stop = new AbortController();
  let asked = 0;
  const describeTopics = (topics: readonly string[]) => {
    assert.deepEqual(topics, ["*_topic"]);
    return answers[Math.min(asked++, answers.length - 1)]!();
  };
  const watching = watchTopics({
    log: { describeTopics },
    board,
    report: (message, level) => reports.push(`${level}: ${message}`),
  }, {
    topics: ["*_topic"],
    eventLog,
    nowMs,
    signal: stop.signal,
    askEachMs: 1,
  });
  try {
    await test(board, reports, () => asked);
  } finally {
    stop.abort();
    await watching;
  }
}

const gives = (...topics: TopicDescription[]) => () => Promise.resolve(topics);
const fails = (error: Error) => () => Promise.reject(error);
const hangs = () => new Promise<never>(() => {});

Deno.test("watchTopics() tells of a topic that the log forgets once, again when that changes, and when it is mended", () =>
  watch([
    gives(topic("a_topic", null), topic("b_topic", 7 * DAY_MS)),
    gives(topic("a_topic", null), topic("b_topic", 7 * DAY_MS)),
    gives(topic("a_topic", null), topic("b_topic", DAY_MS)),
    gives(topic("a_topic", null), topic("b_topic", null)),
  ], async (board, reports, asked) => {
    await waitUntil("it has asked often", () => asked() > 6);
    assert.equal(reports.length, 3, reports.join("\n"));
    assert.match(
      reports[0]!,
      /^warning: The log forgets what is in b_topic after 7 d: .*To mend it: `kafka-configs\.sh --bootstrap-server broker:9092 .*--entity-name b_topic .*retention\.ms=-1`$/,
    );
    assert.match(reports[1]!, /^warning: .* b_topic after 1 d: /);
    assert.equal(
      reports[2],
      "info: The log keeps what is in b_topic for ever now",
    );
    assert.deepEqual(
      board.read().topics.map(({ name, retentionMs }) => [name, retentionMs]),
      [["a_topic", null], ["b_topic", null]],
    );
  }));

Deno.test("watchTopics() notes that the log does not answer, whatever the reason, and asks again", () =>
  watch([
    gives(topic("a_topic", null)),
    fails(new EventLogError("no broker")),
    fails(new TypeError("what no one thought of")),
    hangs,
  ], async (board, reports, asked) => {
    await waitUntil("it hangs", () => asked() === 4);
    assert.deepEqual(reports, [
      "warning: The log does not tell what it holds: no broker",
    ]);
    const { logTrouble, topics } = board.read();
    assert.equal(logTrouble?.reason, "what no one thought of");
    assert.deepEqual(topics.map(({ name }) => name), ["a_topic"]);
  }));

Deno.test("watchTopics() calls the log back once it answers", () =>
  watch([
    fails(new EventLogError("no broker")),
    gives(topic("a_topic", null)),
  ], async (board, reports) => {
    await waitUntil("it is back", () => board.read().logTrouble === null);
    // It had never answered, which the board tells anyway.
    assert.deepEqual(reports, []);
  }));

Deno.test("watchTopics() ends at the signal, also where the log never answers", () =>
  watch([hangs], () => Promise.resolve()));
