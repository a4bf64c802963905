import { basename } from "node:path";
import { readUtf8 } from "../../shared/read_utf8.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import {
  type ElementRequest,
  type ElementSource,
  isAskedFor,
  type SourceAnswer,
} from "./element_source.ts";
import { parseElements } from "../../tle/formats/parse_elements.ts";

/** Of other files in a folder nothing is expected. */
const EXTENSION = /\.(tle|2le|3le|txt|json|csv)$/i;

/** So many faults of one file are told; the rest is counted. */
const MOST_TOLD = 5;

interface ParsedFile {
  readonly elementSets: readonly ElementSet[];
  readonly problems: readonly {
    readonly line?: number;
    readonly message: string;
  }[];
}

interface ReadFile {
  /** Changes with the file. */
  readonly version: string;
  readonly name: string;
  readonly elementSets: readonly ElementSet[];
  readonly receivedMs: number;
  readonly problems: readonly string[];
}

/**
 * A file of element sets, or the files of a folder, in any format. The sets of
 * a file are a group by its name without extension. It is read again when it
 * changes; one that holds no set then serves with those it had.
 */
export class FileSource implements ElementSource {
  readonly name: string;
  readonly #path: string;
  readonly #nowMs: () => number;
  #files: readonly ReadFile[] = [];
  #failure: string | null = null;
  #answers = new Map<string, SourceAnswer>();

  constructor(path: string, { nowMs }: { readonly nowMs: () => number }) {
    this.name = path;
    this.#path = path;
    this.#nowMs = nowMs;
  }

  /** Once it was read, by its groups. */
  describe(): string {
    const groups = this.#files.map(({ name, elementSets }) =>
      `${name.replace(EXTENSION, "")} (${elementSets.length} sets)`
    );
    return `those of ${this.name}: all, or of ${
      groups.join(", ") || "no file that can be read"
    }`;
  }

  async read(request: ElementRequest): Promise<SourceAnswer> {
    await this.#look();
    const key = JSON.stringify(request);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = {
      elementSets: this.#files.flatMap((file) => pick(file, request)),
      problems: this.#failure === null
        ? this.#files.flatMap(({ problems }) => problems)
        : [this.#failure],
    };
    this.#answers.set(key, answer);
    return answer;
  }

  /** Reads what has changed. */
  async #look(): Promise<void> {
    let failure: string | null = null;
    let files = this.#files;
    try {
      const paths = await listFiles(this.#path);
      files = await Promise.all(paths.map((path) => this.#readIfChanged(path)));
    } catch (error) {
      failure = describeFailure(this.#path, error as Error);
    }
    const isChanged = failure !== this.#failure ||
      files.length !== this.#files.length ||
      files.some((file, i) => file !== this.#files[i]);
    if (!isChanged) return;
    this.#files = files;
    this.#failure = failure;
    this.#answers = new Map();
  }

  async #readIfChanged(path: string): Promise<ReadFile> {
    const name = basename(path);
    const before = this.#files.find((file) => file.name === name);
    let version: string;
    let parsed: ParsedFile;
    try {
      const { mtime, size } = await Deno.stat(path);
      version = `${mtime?.getTime()} ${size}`;
      if (before?.version === version) return before;
      parsed = parse(await Deno.readFile(path));
    } catch (error) {
      // Whatever it is, the other files of the folder are not to blame.
      const { message } = error as Error;
      if (before?.version === message) return before;
      version = message;
      parsed = { elementSets: [], problems: [{ message }] };
    }
    const problems = describeProblems(path, parsed.problems);
    const isEmpty = parsed.elementSets.length === 0 && before !== undefined;
    const { elementSets, receivedMs } = isEmpty
      ? before
      : { elementSets: parsed.elementSets, receivedMs: this.#nowMs() };
    return { version, name, elementSets, receivedMs, problems };
  }
}

async function listFiles(path: string): Promise<string[]> {
  const { isDirectory } = await Deno.stat(path);
  if (!isDirectory) return [path];
  const paths: string[] = [];
  for await (const { name, isFile, isSymlink } of Deno.readDir(path)) {
    if ((isFile || isSymlink) && EXTENSION.test(name)) {
      paths.push(`${path}/${name}`);
    }
  }
  if (paths.length === 0) {
    throw new Error(
      "it must hold files of .tle, .2le, .3le, .txt, .json or .csv: " +
        "current value is none",
    );
  }
  return paths.sort();
}

function parse(bytes: Uint8Array): ParsedFile {
  const text = readUtf8(bytes);
  if (text !== null) return parseElements(text);
  const message = "Cannot read it as it must be UTF-8 text";
  return { elementSets: [], problems: [{ message }] };
}

function pick(
  { name, elementSets, receivedMs }: ReadFile,
  request: ElementRequest,
): SourceAnswer["elementSets"] {
  const isGroup = request.kind === "word" &&
    name.replace(EXTENSION, "").toLowerCase() === request.word.toLowerCase();
  return elementSets
    .filter((set) => isGroup || isAskedFor(set, request))
    .map((set) => ({ set, source: `file:${name}`, receivedMs }));
}

function describeProblems(
  path: string,
  problems: ParsedFile["problems"],
): string[] {
  const told = problems.slice(0, MOST_TOLD).map(({ line, message }) =>
    `${path}${line === undefined ? "" : `:${line}`}: ${message}`
  );
  const more = problems.length - told.length;
  return more > 0 ? [...told, `${path}: ${more} more are refused`] : told;
}

function describeFailure(path: string, error: Error): string {
  if (error instanceof Deno.errors.NotCapable) {
    return `Cannot read elements from ${path} as it must be under data/, ` +
      "the one folder that a producer may read. Put it there";
  }
  const why = error instanceof Deno.errors.NotFound
    ? "it must be there: current value is no such file"
    : error.message;
  return `Cannot read elements from ${path} as ${why}`;
}
