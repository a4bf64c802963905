import {
  LOG_POSITION_FORM,
  parseLogPosition,
} from "../../shared/event_log/log_position.ts";
import { ProjectionInUse } from "../../shared/projection/projection.ts";
import { readDeadLetter } from "../../shared/projection/read_dead_letters.ts";
import { readSettings } from "../../shared/settings.ts";
import { askProjector } from "../requests/ask_projector.ts";
import { controlPath } from "../requests/control.ts";
import { createDeadLetterTable } from "./dead_letter_table.ts";
import { describeDeadLetter } from "./describe_dead_letter.ts";

const ANSWER_WITHIN_MS = 10_000;

/** The command: lists dead letters, shows one, or has them applied again. */
try {
  console.log(await run(Deno.args));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}

async function run(args: readonly string[]): Promise<string> {
  const { PROJECTION: link } = readSettings(["PROJECTION"]);
  const [action, at] = args;
  if (args.length === 0) return list(link);
  if (args.length === 2 && action === "show") return show(link, at!);
  if (args.length === 1 && action === "retry") return await retry(link);
  throw new Error(
    "Cannot tell what to do as the arguments must be none, to list dead " +
      "letters, `show TOPIC/PARTITION/OFFSET`, to see one whole, or `retry`, " +
      `to have them applied again: current value is ${
        JSON.stringify(args.join(" "))
      }`,
  );
}

function list(link: string): string {
  using lease = new ProjectionInUse(link).lease();
  return createDeadLetterTable(lease.projection.db, terminalWidth());
}

function show(link: string, text: string): string {
  const at = parseLogPosition(text);
  if (at === null) {
    throw new Error(
      `Cannot show a dead letter as its log position must be ` +
        `${LOG_POSITION_FORM}: current value is ${JSON.stringify(text)}`,
    );
  }
  using lease = new ProjectionInUse(link).lease();
  const letter = readDeadLetter(lease.projection.db, at);
  if (letter === null) {
    throw new Error(
      `Cannot show ${text} as it must be a dead letter: there is none at ` +
        "this log position. `deno task dead-letters` lists them",
    );
  }
  return describeDeadLetter(letter);
}

async function retry(link: string): Promise<string> {
  const request = { kind: "retry dead letters", payload: "" };
  return await askProjector(controlPath(link), request, {
    timeoutMs: ANSWER_WITHIN_MS,
  });
}

/** Null where the output is no terminal, or one that does not tell. */
function terminalWidth(): number | null {
  if (!Deno.stdout.isTerminal()) return null;
  return Deno.consoleSize().columns || null;
}
