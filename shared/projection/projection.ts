import { openSqlite, preparedOnce, type Sqlite } from "../sqlite.ts";
import { PositionReader, type ReaderOptions } from "./store/position_reader.ts";
import { otherLink, readProjectionLink } from "./projection_link.ts";
import type { DamagedHour } from "./store/stored_hour.ts";
import { PROJECTION_VERSION, projectionVersion } from "./schema.ts";

/** There is no projection to read, for now; the message says why. */
export class ProjectionUnavailable extends Error {
  override readonly name = "ProjectionUnavailable";
}

/** It is one of another version. */
class OtherVersion extends ProjectionUnavailable {}

/** A projection open for reading. */
export interface Projection {
  readonly id: string;
  readonly db: Sqlite;
  readonly positions: PositionReader;
}

/** Wraps an open database, as for one in memory. */
export function projectionOf(
  db: Sqlite,
  options: ReaderOptions = {},
): Projection {
  const id = db.prepare<[], string>("SELECT id FROM projection").pluck().get();
  return { id: id!, db, positions: new PositionReader(db, options) };
}

const revisionOf = preparedOnce((db) =>
  db.prepare<[], number>("SELECT revision FROM projection").pluck()
);

/** The number of commits that a projection has seen. */
export function readRevision({ db }: Projection): number {
  return revisionOf(db).get()!;
}

/** A projection that stays open until it is given back. */
export interface Lease extends Disposable {
  readonly projection: Projection;
}

interface Open {
  readonly path: string;
  readonly projection: Projection;
  /** Hours that could not be read, by what was said of them. */
  readonly damaged: Map<string, DamagedHour>;
  leases: number;
}

/** Leads to the projection in use, also when another takes its place. */
export class ProjectionInUse {
  readonly #link: string;
  readonly #options: ReaderOptions;
  #open: Open | null = null;
  /** What is in use, and of another version, while another one is read. */
  #insteadOf: string | null = null;

  /** `onDamage` is told once of each hour. */
  constructor(link: string, options: ReaderOptions = {}) {
    this.#link = link;
    this.#options = options;
  }

  /**
   * The projection in use now, to be held for one answer: it is open until
   * the lease is disposed of, also if another takes its place meanwhile. Where
   * that is one of another version, it is the one that is ready for those of
   * this version, or the one in use before: services that are started again
   * one by one answer all the time.
   *
   * @throws {ProjectionUnavailable} If there is none, or one of another
   * version.
   */
  lease(): Lease {
    const path = findInUse(this.#link);
    if (path !== this.#open?.path && path !== this.#insteadOf) {
      this.#change(path);
    }
    const held = this.#open!;
    held.leases++;
    return {
      projection: held.projection,
      [Symbol.dispose]: () => giveBack(held),
    };
  }

  /** The hours of the projection in use that were found to be damaged. */
  get damagedHours(): DamagedHour[] {
    return [...this.#open?.damaged.values() ?? []];
  }

  #change(path: string): void {
    try {
      const opened = this.#openNow(path);
      this.close();
      this.#open = opened;
    } catch (error) {
      if (!(error instanceof OtherVersion)) throw error;
      const ready = readProjectionLink(otherLink(this.#link, "ready"));
      if (this.#open === null && ready === null) throw error;
      this.#open ??= this.#openNow(ready!);
      this.#insteadOf = path;
    }
  }

  #openNow(path: string): Open {
    const { onDamage } = this.#options;
    const damaged = new Map<string, DamagedHour>();
    const projection = open(path, {
      onDamage: onDamage && ((damage) => {
        if (damaged.has(damage.message)) return;
        damaged.set(damage.message, damage);
        onDamage(damage);
      }),
    });
    return { path, projection, damaged, leases: 1 };
  }

  /** Closes the projection as soon as nobody holds it any more. */
  close(): void {
    if (this.#open !== null) giveBack(this.#open);
    this.#open = null;
    this.#insteadOf = null;
  }
}

function giveBack(held: Open): void {
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

function open(path: string, options: ReaderOptions): Projection {
  let db: Sqlite | null = null;
  try {
    db = openSqlite(path, { readonly: true });
    const version = projectionVersion(db);
    if (version === PROJECTION_VERSION) return projectionOf(db, options);
    throw new OtherVersion(
      `Cannot read ${path} as its version must be ${PROJECTION_VERSION}: ` +
        `current value is ${version}. A projector of this version makes it anew`,
    );
  } catch (error) {
    db?.close();
    if (error instanceof OtherVersion) throw error;
    throw new ProjectionUnavailable(
      `Cannot read ${path}: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
