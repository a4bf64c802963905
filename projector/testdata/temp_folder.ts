import { join } from "node:path";
import { openSqlite, type Sqlite } from "../../shared/sqlite.ts";
import {
  contentChecksums,
  type HourChecksum,
} from "../../shared/projection/content_checksum.ts";
import { projectionOf } from "../../shared/projection/projection.ts";
import {
  otherLink,
  readProjectionLink,
} from "../../shared/projection/projection_link.ts";

/** A folder for one test, as a working directory with its `data`. */
export class TempFolder implements AsyncDisposable {
  private constructor(readonly path: string, readonly projection: string) {}

  /** `projection` is the setting of the link, within the folder. */
  static async make(projection = "data/projection.db"): Promise<TempFolder> {
    const path = await Deno.makeTempDir({ prefix: "projector_" });
    await Deno.mkdir(join(path, "data"));
    return new TempFolder(path, projection);
  }

  get data(): string {
    return join(this.path, "data");
  }

  get link(): string {
    return join(this.path, this.projection);
  }

  /** The setting that names the folder's event log. */
  get eventLog(): string {
    return `sqlite:${join(this.data, "events.db")}`;
  }

  get control(): string {
    return join(this.data, "control.db");
  }

  get isInUse(): boolean {
    return readProjectionLink(this.link) !== null;
  }

  /** Reads the projection in use, or the first one in the making, if any. */
  readProjection<T>(action: (db: Sqlite) => T): T | null {
    const path = readProjectionLink(this.link) ??
      readProjectionLink(otherLink(this.link, "next"));
    if (path === null) return null;
    const db = openSqlite(path, { readonly: true });
    try {
      return action(db);
    } finally {
      db.close();
    }
  }

  checksums(): HourChecksum[] {
    return this.readProjection((db) => [
      ...contentChecksums(projectionOf(db)),
    ]) ?? [];
  }

  /** Removes the projection, as people do to have it made again. */
  async removeProjection(): Promise<void> {
    for await (const { name } of Deno.readDir(this.data)) {
      if (/^projection.*\.db/.test(name)) {
        await Deno.remove(join(this.data, name));
      }
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Deno.remove(this.path, { recursive: true });
  }
}

/** Waits until it is so, for as long as given at most. */
export async function waitUntil(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  mostMs = 15_000,
): Promise<void> {
  const deadlineMs = Date.now() + mostMs;
  while (!await isSo()) {
    if (Date.now() > deadlineMs) {
      throw new Error(`Not so within ${mostMs / 1000} s: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
