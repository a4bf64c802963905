import assert from "node:assert/strict";
import type {
  EventLog,
  ReadOptions,
  ReadResult,
} from "../shared/event_log/event_log.ts";
import { openEventLog } from "../shared/event_log/open_event_log.ts";
import { encodeEvent, type Event } from "../shared/events/event.ts";
import type { Changes } from "./writing/changes.ts";
import { runProjector } from "./run_projector.ts";
import {
  batchOf,
  GivenProjection,
  NOW_MS,
  positions,
} from "./testdata/given_projection.ts";
import { TempFolder, waitUntil } from "./testdata/temp_folder.ts";

const TOPICS = ["*_topic"];

async function append(
  log: EventLog,
  topic: string,
  values: readonly (Event | string)[],
): Promise<void> {
  await log.append(
    topic,
    values.map((value) => ({
      key: null,
      value: typeof value === "string"
        ? new TextEncoder().encode(value)
        : encodeEvent(value),
      timestampMs: NOW_MS,
    })),
  );
}

const numbered = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) => positions({ timeMs: NOW_MS + from + i }),
  );

/** Runs the projector into `given`; what it reports goes to `reports`. */
function run(
  log: EventLog,
  given: GivenProjection,
  options: {
    readonly until?: "follow" | "end";
    readonly signal?: AbortSignal;
    readonly reports?: string[];
    readonly commit?: (changes: Changes) => Promise<void>;
  } = {},
): Promise<void> {
  return runProjector(
    {
      log,
      commit: async (changes) => {
        await options.commit?.(changes);
        given.writer.commit(changes, NOW_MS);
      },
      report: (message, level) => options.reports?.push(`${level}: ${message}`),
    },
    {
      topics: TOPICS,
      topicSatellites: new Map(),
      checkpoints: given.writer.checkpoints(),
      until: options.until ?? "end",
      signal: options.signal,
    },
  );
}

const recordsRead = (given: GivenProjection) =>
  given.counters().map((counters) => counters.recordsRead);

Deno.test("runProjector() applies what is there, and again only what is new", async () => {
  await using folder = await TempFolder.make();
  using given = new GivenProjection(TOPICS);
  const log = await openEventLog(folder.eventLog);
  await append(log, "a_topic", numbered(0, 3));
  await append(log, "b_topic", [...numbered(0, 2), "garbage"]);
  await append(log, "other", numbered(0, 3));
  await run(log, given);
  assert.deepEqual(recordsRead(given), [3, 3]);
  const before = [given.checksums(), given.counters()];
  await run(log, given);
  assert.deepEqual([given.checksums(), given.counters()], before);

  await append(log, "a_topic", numbered(3, 1));
  await run(log, given);
  assert.deepEqual(recordsRead(given), [4, 3]);
  given.requireAllAccountedFor();
  await log.close();
});

Deno.test("runProjector() follows the log, new topics too, until the signal", async () => {
  await using folder = await TempFolder.make();
  using given = new GivenProjection(TOPICS);
  const log = await openEventLog(folder.eventLog);
  const stop = new AbortController();
  const running = run(log, given, { until: "follow", signal: stop.signal });
  await append(log, "a_topic", numbered(0, 2));
  await waitUntil("a_topic is read", () => recordsRead(given)[0] === 2);
  await append(log, "b_topic", numbered(0, 1));
  await waitUntil("b_topic is read", () => recordsRead(given)[1] === 1);
  stop.abort();
  await running;
  given.requireAllAccountedFor();
  await log.close();
});

Deno.test("runProjector() commits all that it has read before it ends", async () => {
  await using folder = await TempFolder.make();
  using given = new GivenProjection(TOPICS);
  const log = await openEventLog(folder.eventLog);
  const stop = new AbortController();
  await append(log, "a_topic", numbered(0, 500));
  await run(log, given, {
    until: "follow",
    signal: stop.signal,
    commit: async () => {
      stop.abort();
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
  });
  assert.ok(recordsRead(given)[0]! > 0);
  given.requireAllAccountedFor();
  await log.close();
});

Deno.test("runProjector() ends with the error when a commit fails for good, also where nothing more comes", async () => {
  await using folder = await TempFolder.make();
  using given = new GivenProjection(TOPICS);
  const log = await openEventLog(folder.eventLog);
  await append(log, "a_topic", numbered(0, 3));
  await assert.rejects(
    run(log, given, {
      until: "follow",
      commit: () => Promise.reject(new Error("the disk is broken")),
    }),
    /^Error: the disk is broken$/,
  );
  assert.deepEqual(given.counters(), []);
  await log.close();
});

Deno.test("runProjector() notes a partition that is halted and goes on with the others", async () => {
  await using folder = await TempFolder.make();
  using given = new GivenProjection(TOPICS);
  given.apply([batchOf("a_topic", 0, [positions({ latitudeDeg: 80 })])]);
  const log = await openEventLog(folder.eventLog);
  await append(log, "a_topic", numbered(0, 3));
  await append(log, "b_topic", numbered(0, 3));
  const reports: string[] = [];
  await run(log, given, { reports });
  assert.match(
    reports.join("\n"),
    /^error: Cannot read a_topic\/0 on from offset 1 as /,
  );
  const [a, b] = given.counters();
  assert.equal(a!.halted, reports[0]!.slice("error: ".length));
  assert.equal(a!.nextOffset, 1);
  assert.equal(b!.nextOffset, 3);
  assert.equal(b!.halted, null);
  given.requireAllAccountedFor();
  await log.close();
});

Deno.test("runProjector() tells of the first dead letter of a partition, not of each", async () => {
  await using folder = await TempFolder.make();
  using given = new GivenProjection(TOPICS);
  const log = await openEventLog(folder.eventLog);
  await append(log, "a_topic", ["x", "y", ...numbered(0, 1), "z"]);
  await append(log, "b_topic", ["x"]);
  const reports: string[] = [];
  await run(log, given, { reports });
  assert.equal(reports.length, 2);
  assert.match(
    reports.find((report) => report.includes("a_topic"))!,
    /^warning: a_topic\/0 has a record that cannot be applied, at offset 0\. .* Cannot decode event as /,
  );
  assert.equal(given.rows("SELECT * FROM dead_letters").length, 4);
  await log.close();
});

/** A log that gives what it is told to, one result after another. */
function logOf(results: () => Iterable<ReadResult>): EventLog {
  return {
    async *read({ signal }: ReadOptions) {
      for (const result of results()) {
        if (signal?.aborted) return;
        yield result;
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
  } as Partial<EventLog> as EventLog;
}

Deno.test("invariant 3: records that a log gives again are applied once", async () => {
  using given = new GivenProjection(TOPICS);
  const twice = [
    batchOf("a_topic", 0, numbered(0, 3)),
    batchOf("a_topic", 0, numbered(0, 3)),
    batchOf("a_topic", 2, numbered(2, 2)),
  ];
  await run(logOf(() => twice), given);
  assert.deepEqual(recordsRead(given), [4]);
  // Below the checkpoint, too.
  await run(logOf(() => twice), given);
  assert.deepEqual(recordsRead(given), [4]);
  given.requireAllAccountedFor();
});

Deno.test("runProjector() reports a lost connection", async () => {
  using given = new GivenProjection(TOPICS);
  const reports: string[] = [];
  const results: ReadResult[] = [
    { kind: "connection", connected: false, reason: "the broker is gone" },
    { kind: "connection", connected: true, reason: "it is back" },
  ];
  await run(logOf(() => results), given, { reports });
  assert.deepEqual(reports, [
    "warning: the broker is gone",
    "info: it is back",
  ]);
});

Deno.test("runProjector() collects what comes during a commit, so that transactions grow when it is behind", async () => {
  using given = new GivenProjection(TOPICS);
  const sizes: number[] = [];
  let isCommitting = false;
  const log = logOf(function* () {
    for (let i = 0; i < 100; i++) yield batchOf("a_topic", i, numbered(i, 1));
  });
  await run(log, given, {
    commit: async ({ rows }) => {
      assert.ok(!isCommitting, "one commit at a time");
      isCommitting = true;
      sizes.push(rows.timeMs.length);
      await new Promise((resolve) => setTimeout(resolve, 20));
      isCommitting = false;
    },
  });
  assert.equal(sizes[0], 1);
  assert.ok(Math.max(...sizes) > 2, `sizes were ${sizes}`);
  assert.equal(sizes.reduce((sum, size) => sum + size, 0), 100);
  given.requireAllAccountedFor();
});

for (
  const [what, value, most] of [
    [
      "positions",
      positions(...Array.from({ length: 20_000 }, (_, i) => ({
        timeMs: NOW_MS + i,
      }))),
      26,
    ],
    ["bytes of garbage", "x".repeat(1_000_000), 35],
  ] as const
) {
  Deno.test(`runProjector() reads no farther ahead than so many ${what}`, async () => {
    using given = new GivenProjection(TOPICS);
    const count = 60;
    let next = 0;
    let ahead = 0;
    let committed = 0;
    const log = logOf(function* () {
      for (; next < count; next++) {
        ahead = Math.max(ahead, next - committed);
        yield batchOf("a_topic", next, [value]);
      }
    });
    await run(log, given, {
      commit: async ({ progress }) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        committed += progress[0]!.recordsRead;
      },
    });
    assert.equal(committed, count);
    // What is being committed, and as much again.
    assert.ok(ahead > 1 && ahead <= 2 * most, `${ahead} records ahead`);
  });
}
