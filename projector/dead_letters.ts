import { createDeadLetterTable } from "./dead_letter_table.ts";
import { ProjectionInUse } from "../shared/projection/projection.ts";
import { readSettings } from "../shared/settings.ts";
import { askProjector } from "./ask_projector.ts";
import { controlPath } from "./control.ts";

const ANSWER_WITHIN_MS = 10_000;

/** The command: lists dead letters, or has them applied again. */
try {
  console.log(await run(Deno.args));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  Deno.exit(1);
}

async function run(args: readonly string[]): Promise<string> {
  const { PROJECTION: link } = readSettings(["PROJECTION"]);
  if (args.length === 0) {
    using lease = new ProjectionInUse(link).lease();
    return createDeadLetterTable(lease.projection.db);
  }
  if (args.length === 1 && args[0] === "retry") {
    const request = { kind: "retry dead letters", payload: "" };
    return await askProjector(controlPath(link), request, {
      timeoutMs: ANSWER_WITHIN_MS,
    });
  }
  throw new Error(
    "Cannot tell what to do as the arguments must be none, to list dead " +
      "letters, or `retry`, to have them applied again: current value is " +
      JSON.stringify(args.join(" ")),
  );
}
