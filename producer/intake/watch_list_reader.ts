import { parseWatchFile, type WatchList } from "./watch_file.ts";

/** A watch file as it was when it could last be read. */
export class WatchListReader {
  readonly #path: string;
  #text: string | null = null;
  #list: WatchList;

  /** @param path Undefined where there is no such file, and nothing is watched. */
  constructor(path: string | undefined) {
    this.#path = path ?? "";
    this.#list = { path: this.#path, entries: [], problems: [] };
  }

  /**
   * Reads the file if it has changed. One that is gone, as while an editor
   * replaces it, or cannot be read, changes nothing but the problems.
   */
  async read(): Promise<WatchList> {
    if (this.#path === "") return this.#list;
    try {
      const text = await Deno.readTextFile(this.#path);
      if (text !== this.#text) {
        this.#text = text;
        this.#list = parseWatchFile(this.#path, text);
      }
      return this.#list;
    } catch (error) {
      const message = describeFailure(error as Error);
      return { ...this.#list, problems: [{ line: null, message }] };
    }
  }
}

function describeFailure(error: Error): string {
  if (error instanceof Deno.errors.NotCapable) {
    return "Cannot read it as it must be under data/";
  }
  const why = error instanceof Deno.errors.NotFound
    ? "it must be there: current value is no such file"
    : error.message;
  return `Cannot read it as ${why}. Going on with what it held`;
}
