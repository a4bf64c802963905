import assert from "node:assert/strict";
import { findWarnings } from "./find_warnings.ts";
import type { ProjectorStatus } from "./projector_status.ts";
import {
  diskOf,
  NOW_MS,
  partitionOf,
  statusOf,
  storageOf,
  topicOf,
} from "./testdata/given_status.ts";

const find = (given: Partial<ProjectorStatus>) =>
  findWarnings(statusOf(given), NOW_MS);

const trouble = { reason: "it is away", sinceMs: NOW_MS - 60_000 };

Deno.test("findWarnings() finds nothing where all is well, also if it is behind", () => {
  assert.deepEqual(find({}), []);
  assert.deepEqual(find({ updatedMs: NOW_MS - 9_000 }), []);
  assert.deepEqual(
    find({ partitions: [partitionOf({ endOffset: 1e6 })] }),
    [],
  );
});

Deno.test("findWarnings() tells of a projector that was never there, is gone or was stopped", () => {
  const [never] = findWarnings(null, NOW_MS);
  assert.equal(never!.kind, "projector_not_running");
  assert.match(never!.message, /^The projector is not running: /);
  assert.match(never!.remedy, /`deno task projector`/);
  const [gone] = find({ updatedMs: NOW_MS - 10_000 });
  assert.match(gone!.message, /was last heard of at 2026-11-23T11:59:50Z: /);
  const [ahead] = find({ updatedMs: NOW_MS + 10_000 });
  assert.match(ahead!.message, /was last heard of at 2026-11-23T12:00:10Z: /);
  const [stopped] = find({ hasStopped: true });
  assert.match(stopped!.message, /was stopped at 2026-11-23T12:00:00Z: /);
});

Deno.test("findWarnings() tells since when the log is away, or writing waits", () => {
  assert.deepEqual(
    find({ logTrouble: trouble, writingTrouble: trouble })
      .map(({ kind, message }) => [kind, message]),
    [
      [
        "log_unreachable",
        "The event log has not been reached since 2026-11-23T11:59:00Z: it is away",
      ],
      [
        "writing_waits",
        "Nothing new has been written since 2026-11-23T11:59:00Z: it is away",
      ],
    ],
  );
});

Deno.test("findWarnings() tells of a disk with little room while the projector measures it", () => {
  const storage = storageOf({ disks: [diskOf({ freeBytes: 0 })] });
  assert.equal(find({ storage })[0]!.kind, "disk_low");
});

Deno.test("findWarnings() tells nothing of the moment where the projector is gone", () => {
  const kinds = find({
    hasStopped: true,
    logTrouble: trouble,
    writingTrouble: trouble,
    storage: storageOf({ disks: [diskOf({ freeBytes: 0 })] }),
    partitions: [partitionOf({ halted: "It is another log", deadLetters: 1 })],
  }).map(({ kind }) => kind);
  assert.deepEqual(
    kinds,
    ["projector_not_running", "partition_halted", "dead_letters"],
  );
});

Deno.test("findWarnings() tells of each partition that has halted, and what to do", () => {
  const halted = partitionOf({ partition: 3, halted: "Delete it" });
  assert.deepEqual(find({ partitions: [partitionOf(), halted] }), [{
    kind: "partition_halted",
    message: "terra_topic/3 is not read on: what comes there is not shown",
    remedy: "Delete it",
  }]);
});

Deno.test("findWarnings() tells of each topic that the log forgets, and the command that mends it", () => {
  const [warning, ...others] = find({
    eventLog: "kafka://a:9092,b",
    topics: [
      topicOf({ name: "aqua_topic" }),
      topicOf({ retentionMs: 7 * 86_400_000 }),
    ],
  });
  assert.deepEqual(others, []);
  assert.equal(warning!.kind, "retention_finite");
  assert.match(
    warning!.message,
    /^The log forgets what is in terra_topic after 7 d: /,
  );
  assert.equal(
    warning!.remedy,
    "`kafka-configs.sh --bootstrap-server a:9092,b:9092 --entity-type topics " +
      "--entity-name terra_topic --alter --add-config retention.ms=-1`",
  );
});

Deno.test("findWarnings() counts the dead letters of all partitions", () => {
  const partitions = [1, 0, 2].map((deadLetters, partition) =>
    partitionOf({ partition, deadLetters })
  );
  const [warning] = find({ partitions });
  assert.equal(warning!.message, "3 records could not be applied");
  assert.match(warning!.remedy, /or at \/api\/v1\/dead-letters;/);
  assert.match(warning!.remedy, /`deno task dead-letters retry`/);
  const [one] = find({ partitions: partitions.slice(0, 2) });
  assert.equal(one!.message, "1 record could not be applied");
});
