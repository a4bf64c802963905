import { parseArgs } from "node:util";
import { parseInstantUs } from "../../shared/instant.ts";

export const USAGE = `Usage:
  deno task elements import FILE…
      adds the sets of files to the log: TLE, 3-line, OMM JSON or CSV, plain or gzip
  deno task elements list [--satellite NUMBER] [--json]
      tells of each satellite how many sets the log holds, and of when
  deno task elements show ID|NUMBER [--at TIME] [--format omm|tle|json]
      shows one set: of an id, or the newest of a satellite, or its nearest to a time
  deno task elements fetch NUMBER|NAME|GROUP…|--all
      adds what CelesTrak has; each is asked once in 6 hours, its last answer serves`;

const FORMATS = ["omm", "tle", "json"] as const;

/** What `deno task elements` is asked to do. */
export type ElementsRequest =
  | { readonly action: "help" }
  | { readonly action: "import"; readonly paths: readonly string[] }
  | {
    readonly action: "list";
    /** Null for all satellites. */
    readonly noradId: number | null;
    readonly json: boolean;
  }
  | ShowRequest
  | {
    readonly action: "fetch";
    /** Catalogue numbers, names, groups, or `all`. */
    readonly words: readonly string[];
  };

export interface ShowRequest {
  readonly action: "show";
  readonly which: { readonly id: string } | {
    readonly noradId: number;
    /** Null for the newest; in µs since 1970. */
    readonly nearestUs: number | null;
  };
  /** Null for people. */
  readonly format: typeof FORMATS[number] | null;
}

/** Arguments that are none of the command's; the message tells its usage. */
export class UsageError extends RangeError {
  override readonly name = "UsageError";
}

/** @throws {UsageError} If the arguments are none that it knows. */
export function readElementsRequest(args: readonly string[]): ElementsRequest {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", short: "h" },
      json: { type: "boolean" },
      all: { type: "boolean" },
      satellite: { type: "string" },
      at: { type: "string" },
      format: { type: "string" },
    },
    allowPositionals: true,
    strict: false,
  });
  if (values.help === true) return { action: "help" };
  const [action, ...items] = positionals;
  switch (action) {
    case "import":
      requireOptions(action, values, []);
      return readImport(items);
    case "list":
      requireOptions(action, values, ["satellite", "json"]);
      return readList(items, values);
    case "show":
      requireOptions(action, values, ["at", "format"]);
      return readShow(items, values);
    case "fetch":
      requireOptions(action, values, ["all"]);
      return readFetch(items, values);
    default:
      throw usageError(
        "tell what to do",
        "the first argument must be import, list, show or fetch",
        action,
      );
  }
}

type Values = Readonly<Record<string, unknown>>;

function requireOptions(
  action: string,
  values: Values,
  known: readonly string[],
): void {
  const wrong = Object.keys(values).find((name) => !known.includes(name));
  if (wrong === undefined) return;
  const options = known.map((name) => `--${name}`).join(" and ") || "none";
  throw usageError(action, `its options must be ${options}`, `--${wrong}`);
}

function readImport(paths: readonly string[]): ElementsRequest {
  if (paths.length === 0 || paths.includes("")) {
    throw usageError("import", "there must be files to import", paths[0]);
  }
  return { action: "import", paths };
}

function readList(items: readonly string[], values: Values): ElementsRequest {
  const { satellite, json = false } = values;
  if (items.length > 0) {
    const requirement = "a satellite must be given as --satellite NUMBER";
    throw usageError("list", requirement, items.join(" "));
  }
  if (typeof json !== "boolean") {
    throw usageError("list", "--json must have no value", json);
  }
  const noradId = satellite === undefined ? null : readNoradId(satellite);
  if (noradId !== null && Number.isNaN(noradId)) {
    const requirement = "--satellite must be a catalogue number, as in 25994";
    throw usageError("list", requirement, satellite);
  }
  return { action: "list", noradId, json };
}

function readShow(items: readonly string[], values: Values): ShowRequest {
  const { at, format = null } = values;
  const [item = ""] = items;
  const isId = /^[0-9a-f]{12}$/.test(item);
  const noradId = readNoradId(item);
  if (items.length !== 1 || !isId && Number.isNaN(noradId)) {
    throw usageError(
      "show",
      "there must be one id, of 12 hexadecimal digits, or one catalogue number",
      items.join(" "),
    );
  }
  if (format !== null && !FORMATS.some((known) => known === format)) {
    const requirement = `--format must be one of ${FORMATS.join(", ")}`;
    throw usageError("show", requirement, format);
  }
  if (isId && at !== undefined) {
    throw usageError("show", "an id must be given without --at", at);
  }
  return {
    action: "show",
    which: isId
      ? { id: item }
      : { noradId, nearestUs: at === undefined ? null : readInstant(at) },
    format: format as ShowRequest["format"],
  };
}

function readFetch(items: readonly string[], values: Values): ElementsRequest {
  const words = values.all === true ? [...items, "all"] : items;
  const isOne = values.all === undefined || items.length === 0;
  if (words.length === 0 || words.includes("") || !isOne) {
    const requirement =
      "there must be catalogue numbers, names or groups, or " +
      "--all alone";
    throw usageError("fetch", requirement, items.join(" "));
  }
  return { action: "fetch", words };
}

function readInstant(at: unknown): number {
  try {
    return parseInstantUs(String(at));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(
      `Cannot show as --at is wrong: ${error.message}\n${USAGE}`,
    );
  }
}

/** NaN if it is none. */
function readNoradId(text: unknown): number {
  return /^[1-9]\d{0,8}$/.test(String(text)) ? Number(text) : NaN;
}

function usageError(action: string, requirement: string, value: unknown) {
  const current = value === undefined ? "missing" : JSON.stringify(value);
  return new UsageError(
    `Cannot ${action} as ${requirement}: current value is ${current}\n${USAGE}`,
  );
}
