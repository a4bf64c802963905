import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Place, type Service, startCommand, waitFor } from "./services.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The producers fill in so much, which is longer than a run takes. */
export const BACKFILL_MS = 6 * 3_600_000;

/** A service has so long to finish what it has in hand. */
const STOP_MS = 20_000;

/** A replay of all that a run appends takes less. */
const REPLAY_MS = 180_000;

/** So much of what each part wrote is told where a test fails. */
const TOLD_CHARACTERS = 3_000;

const PRODUCER = ["-P=producer", "producer/main.ts"];
const PROJECTOR = ["-P=projector", "projector/main.ts"];
const REPLAY = ["-P=projector", "projector/replay/main.ts"];
const LOAD = ["-A", "projector/testdata/append_events.ts"];

export type PartName = "terra" | "aqua" | "load" | "projector" | "replay";

/** What a replay may end with where a projector was killed meanwhile. */
const EXCUSES = [
  /^Cannot go back as \S+ must name another projection than the one in use/m,
  /^Cannot use another projection as a projector must be running to do it/m,
  // By the projector, its first one.
  /^Cannot replay as .* by process \d+, which makes the next projection/m,
  /^Cannot compare .*: it lacks \d+ records, and stands still/m,
];

export interface CrashPartsOptions {
  readonly place: Place;
  /** Of what the load appends. */
  readonly seed: number;
  /** For the projector and for replays, beside the usual ones. */
  readonly flags: readonly string[];
}

/** A process of a part, and how it ended where it has. */
interface Running {
  readonly service: Service;
  status: Deno.CommandStatus | null;
}

/**
 * The processes of one system, each run by itself as its task runs it, so that
 * SIGKILL takes it and nothing else.
 */
export class CrashParts implements AsyncDisposable {
  readonly #options: CrashPartsOptions;
  readonly #parts = new Map<PartName, Running>();

  constructor(options: CrashPartsOptions) {
    this.#options = options;
  }

  get eventLog(): string {
    return this.#options.place.environment["EVENT_LOG"]!;
  }

  /** Where the projection is. */
  get link(): string {
    return join(ROOT, this.#options.place.folder, "projection.db");
  }

  isRunning(name: PartName): boolean {
    return this.#parts.get(name)?.status === null;
  }

  start(name: PartName, ...args: readonly string[]): void {
    // Only a replay may have come to its end before.
    if (this.#parts.has(name)) this.#requireGoodEnd(name);
    const { place, flags, seed } = this.#options;
    const program = {
      terra: PRODUCER,
      aqua: PRODUCER,
      projector: [...flags, ...PROJECTOR],
      replay: [...flags, ...REPLAY],
      load: [...LOAD, this.eventLog, `${seed}`],
    }[name];
    const service = startCommand(Deno.execPath(), {
      args: ["run", "-q", ...program, ...args],
      env: {
        ...place.environment,
        SATELLITE: name.toUpperCase(),
        BACKFILL: `${BACKFILL_MS / 1000}s`,
      },
    });
    const running: Running = { service, status: null };
    service.ended.then((status) => running.status = status);
    this.#parts.set(name, running);
  }

  /**
   * Sends SIGKILL.
   *
   * @returns What it had written; null where it had ended by itself.
   */
  async kill(name: PartName): Promise<string | null> {
    const { service } = this.#parts.get(name)!;
    service.kill("SIGKILL");
    const { signal } = await service.ended;
    if (signal !== "SIGKILL") {
      this.#requireGoodEnd(name);
      return null;
    }
    this.#parts.delete(name);
    return service.output();
  }

  /** Asks it to stop, which must end well. */
  async stop(name: PartName): Promise<void> {
    this.#parts.get(name)!.service.kill("SIGTERM");
    await this.#waitForEnd(name, STOP_MS);
  }

  /** Waits until the replay that may be running has come to its end. */
  async replayEnded(): Promise<void> {
    if (this.#parts.has("replay")) await this.#waitForEnd("replay", REPLAY_MS);
  }

  /** Makes the projection anew beside all that runs; returns what was said. */
  async replay(): Promise<string> {
    this.start("replay");
    return await this.#waitForEnd("replay", REPLAY_MS);
  }

  /** Waits as `waitFor`, and tells what all have written where it fails. */
  async waitFor(
    what: string,
    question: () => Promise<boolean> | boolean,
    timeoutMs = 60_000,
  ): Promise<void> {
    try {
      await waitFor(what, question, timeoutMs);
    } catch (error) {
      const told = [...this.#parts].map(([name, { service }]) =>
        `--- ${name}\n${service.output().slice(-TOLD_CHARACTERS)}`
      );
      throw new Error(`${(error as Error).message}\n${told.join("\n")}`);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#parts.values()].map(async ({ service }) => {
      service.kill("SIGKILL");
      await service.ended;
    }));
  }

  async #waitForEnd(name: PartName, mostMs: number): Promise<string> {
    const running = this.#parts.get(name)!;
    await this.waitFor(
      `${name} to end`,
      () => running.status !== null,
      mostMs,
    );
    this.#requireGoodEnd(name);
    return running.service.output();
  }

  #requireGoodEnd(name: PartName): void {
    const { service, status } = this.#parts.get(name)!;
    this.#parts.delete(name);
    const said = service.output();
    const isGood = status?.code === 0 ||
      name === "replay" && EXCUSES.some((excuse) => excuse.test(said));
    assert.ok(isGood, `${name} ended with ${status?.code}: ${said}`);
  }
}
