import { parseArgs } from "node:util";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import { instant, oneOf, satellites, topicName } from "../parameters.ts";
import { describeFaults, type Fault } from "../problem.ts";
import type { Parameter } from "../query.ts";

const OPTIONS = {
  from: instant,
  to: instant,
  satellites,
  topic: topicName,
  format: oneOf("csv", "ndjson", "sqlite"),
};

const REQUIREMENTS: Record<string, string> = {
  from: "given, such as 2026-08-21T14:00Z",
  to: "given, such as 2026-08-22T14:00Z",
  format: "given, one of csv, ndjson, sqlite",
};

const USAGE =
  "deno task export --from INSTANT --to INSTANT [--satellites 25994,27424] " +
  "[--topic NAME] --format csv|ndjson|sqlite OUT, where OUT is a file that " +
  "is not there yet, or - for the standard output";

/** What is to be exported, and where to. */
export interface ExportRequest {
  readonly range: TimeRangeMs;
  readonly noradIds: readonly number[] | undefined;
  readonly topic: string | undefined;
  readonly format: "csv" | "ndjson" | "sqlite";
  /** A path; null for the standard output. */
  readonly out: string | null;
}

type Values = {
  -readonly [K in keyof typeof OPTIONS]?: ReturnType<typeof OPTIONS[K]>;
};

/**
 * Reads the arguments of `deno task export`.
 *
 * @throws {RangeError} If any is wrong, naming every fault.
 */
export function readExportRequest(args: readonly string[]): ExportRequest {
  const faults: Fault[] = [];
  const { values: given, positionals } = parse(args);
  const values = readOptions(given, faults);
  const { from, to, format } = values;
  if (from !== undefined && to !== undefined && from >= to) {
    faults.push({
      parameter: "--to",
      requirement: "later than --from",
      value: String(given.to),
    });
  }
  const [out] = positionals;
  const fault = faultOfOut(positionals, format);
  if (fault !== null) {
    const value = out === undefined ? null : positionals.join(" ");
    faults.push({ parameter: "OUT", requirement: fault, value });
  }
  if (faults.length > 0) {
    const said = describeFaults(faults);
    throw new RangeError(`Cannot export as ${said}. Usage: ${USAGE}`);
  }
  return {
    range: { fromMs: from!, toMs: to! },
    noradIds: values.satellites,
    topic: values.topic,
    format: format!,
    out: out === "-" ? null : out!,
  };
}

// Not strict, as that would tell the first fault only.
function parse(args: readonly string[]) {
  const option = { type: "string", multiple: true } as const;
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.keys(OPTIONS).map((name) => [name, option]),
    ),
    allowPositionals: true,
    strict: false,
  });
}

function readOptions(
  given: Readonly<Record<string, unknown>>,
  faults: Fault[],
): Values {
  const values: Record<string, unknown> = {};
  const add = (name: string, requirement: string, value: string | null) =>
    faults.push({ parameter: `--${name}`, requirement, value });
  for (const [name, texts] of Object.entries(given)) {
    if (!Object.hasOwn(OPTIONS, name)) {
      const known = Object.keys(OPTIONS).map((option) => `--${option}`);
      add(name, `left out, as the options are ${known.join(", ")}`, "");
      continue;
    }
    const read: Parameter<unknown> = OPTIONS[name as keyof Values];
    const [text] = texts as (string | boolean)[];
    if ((texts as unknown[]).length > 1) {
      add(name, "given once", (texts as unknown[]).join(" and "));
    } else if (typeof text !== "string") {
      add(name, "followed by a value", null);
    } else {
      try {
        values[name] = read(text);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        add(name, error.message, text);
      }
    }
  }
  for (const [name, requirement] of Object.entries(REQUIREMENTS)) {
    if (given[name] === undefined) add(name, requirement, null);
  }
  return values as Values;
}

/** What OUT must be; null where it is that. */
function faultOfOut(
  positionals: readonly string[],
  format: ExportRequest["format"] | undefined,
): string | null {
  const [out] = positionals;
  if (positionals.length !== 1 || out === "" || out!.endsWith("/")) {
    return "one file";
  }
  if (out === "-" && format === "sqlite") {
    return "a file, as a database cannot go to the standard output";
  }
  return null;
}
