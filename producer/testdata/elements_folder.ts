import { join } from "node:path";
import type { ElementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import { permissionFlags } from "../../shared/testdata/permission_flags.ts";
import { ELEMENT_SETS_TOPIC } from "../element_sets.ts";
import { type FoundEvent, readEvents } from "./temp_log.ts";

const root = new URL("../../", import.meta.url).pathname;

export interface FoundSet extends FoundEvent {
  readonly event: ElementSetRecorded;
}

export interface Ended {
  readonly code: number;
  /** What it wrote to the standard output, and to the standard error. */
  readonly out: string;
  readonly err: string;
}

/** A folder for one test, where `deno task elements` is run as people do. */
export class ElementsFolder implements AsyncDisposable {
  private constructor(readonly path: string, readonly eventLog: string) {}

  /** By default its log is an embedded one of its own. */
  static async make(eventLog?: string): Promise<ElementsFolder> {
    const path = await Deno.makeTempDir({ prefix: "elements_" });
    return new ElementsFolder(path, eventLog ?? `sqlite:data/events.db`);
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === "string"
      ? new TextEncoder().encode(content)
      : content;
    await Deno.writeFile(join(this.path, name), bytes);
  }

  async run(
    args: readonly string[],
    variables: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", `--config=${root}deno.json`, "--quiet", "--no-prompt"],
        "--cached-only",
        ...permissionFlags("elements"),
        `${root}producer/elements/main.ts`,
        ...args,
      ],
      cwd: this.path,
      clearEnv: true,
      env: {
        HOME: Deno.env.get("HOME") ?? "",
        DENO_DIR: Deno.env.get("DENO_DIR") ?? "",
        PATH: Deno.env.get("PATH") ?? "",
        NO_COLOR: "1",
        EVENT_LOG: this.eventLog,
        ...variables,
      },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).output();
    const decoder = new TextDecoder();
    return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
  }

  /** What the log holds, in order of offset. */
  async events(): Promise<FoundSet[]> {
    const place = this.eventLog.replace("sqlite:", `sqlite:${this.path}/`);
    const log = await openEventLog(place);
    try {
      return await readEvents(log, [ELEMENT_SETS_TOPIC]) as FoundSet[];
    } finally {
      await log.close();
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Deno.remove(this.path, { recursive: true });
  }
}
