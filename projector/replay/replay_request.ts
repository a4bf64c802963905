import { parseArgs } from "node:util";

/** What `deno task replay` is asked to do. */
export interface ReplayRequest {
  /** Go back to the former projection, and nothing else. */
  readonly rollback: boolean;
  /** Begin anew, where an earlier run has begun one. */
  readonly restart: boolean;
  /** Say what differs, and leave the one in use. */
  readonly dryRun: boolean;
  /** Put it in use also where it differs. */
  readonly accept: boolean;
}

const NAMES = ["rollback", "restart", "dry-run", "accept"] as const;

const USAGE = "deno task replay [--restart] [--dry-run | --accept], or " +
  "deno task replay --rollback";

/** @throws {RangeError} If the arguments are none that it knows. */
export function readReplayRequest(args: readonly string[]): ReplayRequest {
  const option = { type: "boolean" } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(NAMES.map((name) => [name, option])),
    allowPositionals: true,
    strict: false,
  });
  const given = Object.keys(values);
  const isKnown = given.every((name) =>
    NAMES.some((known) => known === name) && values[name] === true
  );
  const isAlone = !given.includes("rollback") || given.length === 1;
  const isOne = !(given.includes("accept") && given.includes("dry-run"));
  if (!isKnown || !isAlone || !isOne || positionals.length > 0) {
    throw new RangeError(
      `Cannot replay as the arguments must be those of ${USAGE}: ` +
        `current value is ${JSON.stringify(args.join(" "))}`,
    );
  }
  return {
    rollback: given.includes("rollback"),
    restart: given.includes("restart"),
    dryRun: given.includes("dry-run"),
    accept: given.includes("accept"),
  };
}
