import { openSqlite, type Sqlite } from "../sqlite.ts";
import { PositionReader } from "./position_store.ts";
import { readProjectionLink } from "./projection_link.ts";
import { PROJECTION_VERSION, projectionVersion } from "./schema.ts";

/** There is no projection to read, for now; the message says why. */
export class ProjectionUnavailable extends Error {
  override readonly name = "ProjectionUnavailable";
}

/** A projection open for reading. */
export interface Projection {
  readonly id: string;
  readonly db: Sqlite;
  readonly positions: PositionReader;
}

/** Wraps an open database, as for one in memory. */
export function projectionOf(db: Sqlite): Projection {
  const id = db.prepare<[], string>("SELECT id FROM projection").pluck().get();
  return { id: id!, db, positions: new PositionReader(db) };
}

/** The number of commits that a projection has seen. */
export function readRevision({ db }: Projection): number {
  return db.prepare<[], number>("SELECT revision FROM projection").pluck()
    .get()!;
}

/** A projection that stays open until it is given back. */
export interface Lease extends Disposable {
  readonly projection: Projection;
}

/** Leads to the projection in use, also when another takes its place. */
export class ProjectionInUse {
  readonly #link: string;
  #open: { path: string; projection: Projection; leases: number } | null = null;

  constructor(link: string) {
    this.#link = link;
  }

  /**
   * The projection in use now, to be held for one answer: it is open until
   * the lease is disposed of, also if another takes its place meanwhile.
   *
   * @throws {ProjectionUnavailable} If there is none, or one of another
   * version.
   */
  lease(): Lease {
    const path = findInUse(this.#link);
    if (this.#open === null || path !== this.#open.path) {
      const projection = open(path);
      this.close();
      this.#open = { path, projection, leases: 1 };
    }
    const held = this.#open;
    held.leases++;
    return {
      projection: held.projection,
      [Symbol.dispose]: () => giveBack(held),
    };
  }

  /** Closes the projection as soon as nobody holds it any more. */
  close(): void {
    if (this.#open !== null) giveBack(this.#open);
    this.#open = null;
  }
}

function giveBack(held: { projection: Projection; leases: number }): void {
  if (--held.leases === 0) held.projection.db.close();
}

function findInUse(link: string): string {
  let path: string | null;
  try {
    path = readProjectionLink(link);
  } catch (error) {
    const { message } = error as Error;
    throw new ProjectionUnavailable(message, { cause: error });
  }
  if (path === null) {
    throw new ProjectionUnavailable(
      `Cannot read ${link} as the projector has not made it yet`,
    );
  }
  return path;
}

function open(path: string): Projection {
  let db: Sqlite | null = null;
  try {
    db = openSqlite(path, { readonly: true });
    const version = projectionVersion(db);
    if (version === PROJECTION_VERSION) return projectionOf(db);
    throw new Error(
      `its version must be ${PROJECTION_VERSION}: current value is ` +
        `${version}. A projector of this version makes it anew`,
    );
  } catch (error) {
    db?.close();
    throw new ProjectionUnavailable(
      `Cannot read ${path}: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
