import { projectionPath } from "../../shared/projection/projection_link.ts";
import {
  configureWriter,
  createProjection,
  PROJECTION_VERSION,
  projectionVersion,
} from "../../shared/projection/schema.ts";
import {
  openSqlite,
  type Sqlite,
  sqliteErrorCode,
} from "../../shared/sqlite.ts";

/** Makes an empty projection, which nothing names yet; returns where it is. */
export function createBeside(link: string, createdMs: number): string {
  const id = crypto.randomUUID().slice(0, 8);
  const path = projectionPath(link, id);
  createProjection(path, { id, createdMs }).close();
  return path;
}

/** @throws {Error} If there is no projection that this program can use. */
export function requireProjection(path: string): void {
  const reason = whyNotUsable(path);
  if (reason !== null) throw new Error(`Cannot use it as ${reason}`);
}

/** Opens the connection that writes. */
export function openWriter(path: string): Sqlite {
  const db = openSqlite(path, { mustExist: true });
  configureWriter(db);
  return db;
}

/** Why this program cannot go on with a projection; null where it can. */
export function whyNotUsable(path: string): string | null {
  let db: Sqlite | null = null;
  try {
    Deno.statSync(path);
    db = openSqlite(path, { mustExist: true });
    const version = projectionVersion(db);
    if (version === PROJECTION_VERSION) return null;
    return `${path} is of version ${version} and this program needs ` +
      `${PROJECTION_VERSION}`;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return `${path} is gone`;
    if (sqliteErrorCode(error) === "SQLITE_NOTADB") {
      return `${path} is no database`;
    }
    throw error;
  } finally {
    db?.close();
  }
}
