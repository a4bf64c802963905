import { type FileLock, tryLockFile } from "../../shared/lock_file.ts";

/** How soon to look again whether another process has done asking. */
const LOCK_POLL_MS = 50;

/** What is remembered of a query. */
export interface CachedQuery {
  /** When it was asked last, or was about to be, in ms since 1970. */
  readonly askedMs: number;
  /** Of the last answer; null where none came. */
  readonly status: number | null;
  /** What was wrong with it; null where nothing was. */
  readonly problem: string | null;
  /** The last good answer, and when it came; null where there was none. */
  readonly good: { readonly body: string; readonly receivedMs: number } | null;
}

/** Why the site is not asked at all for a while. */
export interface SiteStop {
  readonly askedMs: number;
  readonly problem: string;
}

/**
 * What was asked of CelesTrak and came back, on disk, so that it is not asked
 * too often by the next process either, nor by two at once.
 */
export class CelestrakCache {
  readonly #folder: string;

  /** @param folder Made where there is none. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Waits until no other process is asking. */
  async lock(signal: AbortSignal): Promise<FileLock> {
    for (;;) {
      signal.throwIfAborted();
      const taken = await tryLockFile(`${this.#folder}/lock`);
      if ("lock" in taken) return taken.lock;
      await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
    }
  }

  /** The file of a query. */
  pathOf(query: string): string {
    return `${this.#folder}/${
      encodeURIComponent(query.replace("=", "-"))
    }.json`;
  }

  get stopPath(): string {
    return `${this.#folder}/stopped.json`;
  }

  read(query: string): Promise<CachedQuery | null> {
    return readJson(this.pathOf(query), (askedMs) => ({
      askedMs,
      status: null,
      problem: `${this.pathOf(query)} cannot be read`,
      good: null,
    }));
  }

  write(query: string, cached: CachedQuery): Promise<void> {
    return writeJson(this.pathOf(query), cached);
  }

  readStop(): Promise<SiteStop | null> {
    return readJson(this.stopPath, (askedMs) => ({
      askedMs,
      problem: `${this.stopPath} cannot be read`,
    }));
  }

  writeStop(stop: SiteStop): Promise<void> {
    return writeJson(this.stopPath, stop);
  }
}

/** @param ofDamaged What a file tells that holds no JSON, by its own time. */
async function readJson<T>(
  path: string,
  ofDamaged: (modifiedMs: number) => T,
): Promise<T | null> {
  try {
    const text = await Deno.readTextFile(path);
    const { mtime } = await Deno.stat(path);
    return parseAsked<T>(text) ?? ofDamaged(mtime?.getTime() ?? 0);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

function parseAsked<T>(text: string): T | null {
  try {
    const value = JSON.parse(text);
    return Number.isFinite(value?.askedMs) ? value : null;
  } catch {
    return null;
  }
}

/** Whole or not at all; only whoever holds the lock writes. */
async function writeJson(path: string, value: unknown): Promise<void> {
  await Deno.writeTextFile(`${path}.new`, JSON.stringify(value));
  await Deno.rename(`${path}.new`, path);
}
