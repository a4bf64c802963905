import { basename, dirname, join } from "node:path";
import { requireProjection } from "./writing/open_for_writing.ts";
import { putInUse } from "./put_in_use.ts";
import type { WriterThread } from "./writing/writer_thread.ts";

/** What a command asks the projector for by the name of a file. */
export const USE_PROJECTION = "use another projection";

interface Wanted {
  readonly path: string;
  readonly isInUse: PromiseWithResolvers<string>;
}

/**
 * The projection that the running projector writes, and which may be asked to
 * make way for another: whoever asks waits until what is under way has come
 * to its end.
 */
export class CurrentProjection {
  readonly #link: string;
  #opened = Promise.withResolvers<WriterThread>();
  #wanted: Wanted | null = null;
  #asked = new AbortController();

  constructor(link: string) {
    this.#link = link;
  }

  /** The thread that writes it, as soon as there is one. */
  get writer(): Promise<WriterThread> {
    return this.#opened.promise;
  }

  noteWriter(writer: WriterThread): void {
    this.#opened.resolve(writer);
  }

  /** The thread is about to end; whoever wants one waits for the next. */
  forgetWriter(): void {
    this.#opened = Promise.withResolvers();
  }

  /** Aborted when another projection is asked for. */
  get signal(): AbortSignal {
    return this.#asked.signal;
  }

  /**
   * Asks for another projection, by its file's name; returns what was done.
   *
   * @throws {Error} If it is none that this program can use.
   */
  async askFor(file: string): Promise<string> {
    const path = join(dirname(this.#link), basename(file));
    requireProjection(path);
    this.#wanted = { path, isInUse: Promise.withResolvers() };
    this.#asked.abort();
    return await this.#wanted.isInUse.promise;
  }

  /**
   * Puts the one that was asked for in use, when nothing is written any more;
   * returns where it is, or null where none was asked for.
   */
  async makeWay(): Promise<string | null> {
    const wanted = this.#wanted;
    if (wanted === null) return null;
    this.#wanted = null;
    this.#asked = new AbortController();
    try {
      await putInUse(this.#link, wanted.path);
      wanted.isInUse.resolve(`${wanted.path} is in use`);
    } catch (error) {
      wanted.isInUse.reject(error);
      throw error;
    }
    return wanted.path;
  }
}
