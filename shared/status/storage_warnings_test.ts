import assert from "node:assert/strict";
import { storageWarnings } from "./storage_warnings.ts";
import { diskOf, storageOf } from "./testdata/given_status.ts";

const GB = 1_000_000_000;
const WAL = {
  path: "data/projection-1.db",
  bytes: 3 * GB,
  walBytes: GB + 50_000_000,
};

const ofDisk = (given: Parameters<typeof diskOf>[0]) =>
  storageWarnings(storageOf({ disks: [diskOf(given)] }));

Deno.test("storageWarnings() finds nothing where there is room, or where nothing is known", () => {
  assert.deepEqual(storageWarnings(storageOf()), []);
  assert.deepEqual(ofDisk({ fullInDays: 7 }), []);
  assert.deepEqual(ofDisk({ freeBytes: 2 ** 30, fullInDays: null }), []);
  assert.deepEqual(
    ofDisk({ freeBytes: null, growthBytesPerDay: null, fullInDays: null }),
    [],
  );
  const nothing = { eventLog: null, projection: null, disks: [] };
  assert.deepEqual(storageWarnings(nothing), []);
});

Deno.test("storageWarnings() tells when a disk will be full within a week, at what rate, and what to do", () => {
  const filling = {
    freeBytes: 3.6 * GB,
    growthBytesPerDay: 1.2 * GB,
    fullInDays: 3,
  };
  assert.deepEqual(ofDisk(filling), [{
    kind: "disk_filling",
    message:
      "The disk of data/ will be full in about 3 days at 1.2 GB a day: it has " +
      "3.6 GB free; the event log takes 4.0 MB, the projection takes 9.0 MB",
    remedy:
      "Make room on it, or stop everything and move what is there to a larger " +
      "one; a `projection-*.db` other than the one that PROJECTION links to " +
      "is not in use and can be deleted",
  }]);
  const texts = {
    6.99: "7 days",
    1.99: "48 hours",
    0.05: "1 hour",
    0: "1 hour",
  };
  for (const [days, text] of Object.entries(texts)) {
    const [warning] = ofDisk({ ...filling, fullInDays: Number(days) });
    assert.match(warning!.message, new RegExp(`in about ${text} at`));
  }
});

Deno.test("storageWarnings() tells of a disk with little room once, and when it is full if that is known", () => {
  const [growing, ...others] = ofDisk({
    freeBytes: 0.9 * GB,
    growthBytesPerDay: 0.3 * GB,
    fullInDays: 3,
  });
  assert.deepEqual(others, []);
  assert.equal(growing!.kind, "disk_low");
  assert.match(
    growing!.message,
    /^The disk of data\/ has only 900 MB free, and will be full in about 3 days at 300 MB a day; /,
  );
  const [still] = ofDisk({ freeBytes: 2 ** 30 - 1, fullInDays: null });
  assert.match(still!.message, /^The disk of data\/ has only 1\.1 GB free; /);
});

Deno.test("storageWarnings() tells of each disk by itself, with what lies there", () => {
  const low = { freeBytes: 0, fullInDays: null };
  const messages = storageWarnings(storageOf({
    disks: [
      diskOf({ ...low, holds: ["event_log"], folders: ["/log"] }),
      diskOf({ ...low, holds: ["projection"], folders: ["/"] }),
    ],
  })).map(({ message, remedy }) => [message, remedy.includes("projection-")]);
  assert.deepEqual(messages, [
    [
      "The disk of /log/ has only 0 B free; the event log takes 4.0 MB",
      false,
    ],
    ["The disk of / has only 0 B free; the projection takes 9.0 MB", true],
  ]);
  const [both] = ofDisk({ ...low, folders: ["data", "log"] });
  assert.match(both!.message, /^The disk of data\/ and log\/ has only /);
});

Deno.test("storageWarnings() tells of a write-ahead log of the projection above 1 GB, and what ends it", () => {
  const [warning, ...others] = storageWarnings(storageOf({ projection: WAL }));
  assert.deepEqual(others, []);
  assert.equal(warning!.kind, "wal_large");
  assert.match(
    warning!.message,
    /^The write-ahead log data\/projection-1\.db-wal has grown to 1\.1 GB: /,
  );
  assert.match(warning!.remedy, /start the web app again/);
  const bound = { ...WAL, walBytes: GB };
  assert.deepEqual(storageWarnings(storageOf({ projection: bound })), []);
});
