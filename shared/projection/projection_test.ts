import assert from "node:assert/strict";
import { join } from "node:path";
import {
  ProjectionInUse,
  ProjectionUnavailable,
  readRevision,
} from "./projection.ts";
import { openSqlite } from "../sqlite.ts";
import { otherLink, replaceProjectionLink } from "./projection_link.ts";
import { createProjection } from "./schema.ts";

class Folder implements AsyncDisposable {
  private constructor(readonly path: string) {}

  static async make(): Promise<Folder> {
    return new Folder(await Deno.makeTempDir());
  }

  get link(): string {
    return join(this.path, "projection.db");
  }

  /** Makes a projection of this id, and links it. */
  async use(id: string): Promise<void> {
    const file = `projection-${id}.db`;
    const identity = { id, createdMs: 0 };
    createProjection(join(this.path, file), identity)
      .close();
    await replaceProjectionLink(this.link, file);
  }

  async useOfOtherVersion(id: string): Promise<void> {
    const path = join(this.path, `projection-${id}.db`);
    const db = createProjection(path, { id, createdMs: 0 });
    db.pragma("user_version = 99");
    db.close();
    await replaceProjectionLink(this.link, `projection-${id}.db`);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Deno.remove(this.path, { recursive: true });
  }
}

/** Databases in a folder that this process has open. */
function openFiles(folder: string): string[] {
  return [...Deno.readDirSync("/proc/self/fd")].flatMap(({ name }) => {
    try {
      const target = Deno.readLinkSync(`/proc/self/fd/${name}`);
      return target.startsWith(folder) ? [target] : [];
    } catch {
      return []; // It was the folder's own.
    }
  });
}

/** Asserts that there is nothing to be read, with a message like this. */
function assertUnavailable(inUse: ProjectionInUse, message: RegExp) {
  assert.throws(() => inUse.lease(), (error: Error) => {
    assert.ok(error instanceof ProjectionUnavailable);
    assert.match(error.message, message);
    return true;
  });
}

Deno.test("ProjectionInUse leads to what is linked, and keeps it open between leases", async () => {
  await using folder = await Folder.make();
  await folder.use("one");
  const inUse = new ProjectionInUse(folder.link);
  const { db } = (() => {
    using lease = inUse.lease();
    assert.equal(lease.projection.id, "one");
    return lease.projection;
  })();
  assert.ok(db.open);
  {
    using lease = inUse.lease();
    assert.equal(lease.projection.db, db);
    assert.equal(readRevision(lease.projection), 0);
  }
  inUse.close();
  assert.ok(!db.open);
  assert.deepEqual(openFiles(folder.path), []);
});

Deno.test("ProjectionInUse opens read-only", async () => {
  await using folder = await Folder.make();
  await folder.use("one");
  const inUse = new ProjectionInUse(folder.link);
  using lease = inUse.lease();
  assert.throws(
    () => lease.projection.db.exec("UPDATE projection SET revision = 1"),
    { code: "SQLITE_READONLY" },
  );
  inUse.close();
});

Deno.test("ProjectionInUse keeps a leased projection readable when another takes its place", async () => {
  await using folder = await Folder.make();
  await folder.use("one");
  const inUse = new ProjectionInUse(folder.link);
  const before = inUse.lease();
  await folder.use("two");
  const after = inUse.lease();
  assert.equal(after.projection.id, "two");
  assert.equal(before.projection.id, "one");
  assert.equal(readRevision(before.projection), 0);
  // Whoever comes next gets the new one, with the old one still open.
  using third = inUse.lease();
  assert.equal(third.projection.db, after.projection.db);

  before[Symbol.dispose]();
  assert.ok(!before.projection.db.open);
  after[Symbol.dispose]();
  assert.ok(after.projection.db.open);
  inUse.close();
});

Deno.test("ProjectionInUse leaves no connection behind, however often it is switched", async () => {
  await using folder = await Folder.make();
  const inUse = new ProjectionInUse(folder.link);
  for (let i = 0; i < 10; i++) {
    await folder.use(`p${i}`);
    using lease = inUse.lease();
    using second = inUse.lease();
    assert.equal(lease.projection.id, second.projection.id);
  }
  const files = new Set(
    openFiles(folder.path).map((path) =>
      path.replace(/ \(deleted\)$|-wal$|-shm$/g, "")
    ),
  );
  assert.deepEqual([...files], [join(folder.path, "projection-p9.db")]);
  inUse.close();
  assert.deepEqual(openFiles(folder.path), []);
});

Deno.test("ProjectionInUse tells that there is none yet, and finds it when there is", async () => {
  await using folder = await Folder.make();
  const inUse = new ProjectionInUse(folder.link);
  assertUnavailable(inUse, /as the projector has not made it yet$/);
  await folder.use("one");
  {
    using lease = inUse.lease();
    assert.equal(lease.projection.id, "one");
  }
  inUse.close();
});

Deno.test("ProjectionInUse tells of a link to nowhere", async () => {
  await using folder = await Folder.make();
  await replaceProjectionLink(folder.link, "projection-gone.db");
  assertUnavailable(
    new ProjectionInUse(folder.link),
    /^Cannot read .*projection-gone\.db: unable to open database file$/,
  );
});

Deno.test("ProjectionInUse refuses another version", async () => {
  await using folder = await Folder.make();
  await folder.useOfOtherVersion("old");
  assertUnavailable(
    new ProjectionInUse(folder.link),
    /projection-old\.db as its version must be 3: current value is 99\. A projector of this version makes it anew$/,
  );
  assert.deepEqual(openFiles(folder.path), []);
});

Deno.test("ProjectionInUse reads the one that is ready for its version, until that is in use", async () => {
  await using folder = await Folder.make();
  await folder.use("new");
  await replaceProjectionLink(
    otherLink(folder.link, "ready"),
    "projection-new.db",
  );
  await folder.useOfOtherVersion("old");
  const inUse = new ProjectionInUse(folder.link);
  const ids = (count: number) =>
    Array.from({ length: count }, () => {
      using lease = inUse.lease();
      return lease.projection.id;
    });
  assert.deepEqual(ids(2), ["new", "new"]);
  await replaceProjectionLink(folder.link, "projection-new.db");
  assert.deepEqual(ids(2), ["new", "new"]);
  await folder.use("newer");
  assert.deepEqual(ids(1), ["newer"]);
  inUse.close();
  assert.deepEqual(openFiles(folder.path), []);
});

Deno.test("ProjectionInUse goes on with what it has where another version takes its place", async () => {
  await using folder = await Folder.make();
  await folder.use("one");
  const inUse = new ProjectionInUse(folder.link);
  const id = () => {
    using lease = inUse.lease();
    return lease.projection.id;
  };
  assert.equal(id(), "one");
  await folder.useOfOtherVersion("other");
  assert.deepEqual([id(), id()], ["one", "one"]);
  await folder.use("two");
  assert.equal(id(), "two");
  inUse.close();
  assert.deepEqual(openFiles(folder.path), []);
});

Deno.test("ProjectionInUse refuses what is no database", async () => {
  await using folder = await Folder.make();
  await Deno.writeTextFile(join(folder.path, "text.db"), "x".repeat(9999));
  await replaceProjectionLink(folder.link, "text.db");
  assertUnavailable(new ProjectionInUse(folder.link), /not a database$/);
});

Deno.test("ProjectionInUse goes on with what it has while its successor cannot be read", async () => {
  await using folder = await Folder.make();
  await folder.use("one");
  const inUse = new ProjectionInUse(folder.link);
  const before = inUse.lease();
  before[Symbol.dispose]();
  await replaceProjectionLink(folder.link, "projection-gone.db");
  assertUnavailable(inUse, /projection-gone/);
  await replaceProjectionLink(folder.link, "projection-one.db");
  {
    using lease = inUse.lease();
    assert.equal(lease.projection.db, before.projection.db);
  }
  inUse.close();
});

Deno.test("replaceProjectionLink() replaces a link in one step", async () => {
  await using folder = await Folder.make();
  await replaceProjectionLink(folder.link, "one.db");
  await replaceProjectionLink(folder.link, "two.db");
  assert.equal(await Deno.readLink(folder.link), "two.db");
  const names = [...Deno.readDirSync(folder.path)].map(({ name }) => name);
  assert.deepEqual(names, ["projection.db"]);
});

Deno.test("a file where the link must be is an error that says what to do", async () => {
  await using folder = await Folder.make();
  await Deno.writeTextFile(folder.link, "");
  assert.throws(
    () => new ProjectionInUse(folder.link).lease(),
    /must be a symbolic link to the database in use: set PROJECTION to another name/,
  );
});

Deno.test("createProjection() makes a database that gives freed pages back", async () => {
  await using folder = await Folder.make();
  await folder.use("one");
  const db = openSqlite(join(folder.path, "projection-one.db"));
  assert.equal(db.pragma("auto_vacuum", { simple: true }), 2);
  assert.equal(db.pragma("journal_mode", { simple: true }), "wal");
  db.close();
});
