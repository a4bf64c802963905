import {
  LATE_AFTER_MS,
  type LateRange,
  lateRangesSince,
} from "../../shared/projection/late_ranges.ts";
import { positionAt } from "../../shared/projection/position_columns.ts";
import {
  type Projection,
  readRevision,
} from "../../shared/projection/projection.ts";
import { readPositions } from "../../shared/projection/read_positions.ts";
import { readSatellites } from "../../shared/projection/read_satellites.ts";
import {
  readRecordings,
  type Recording,
} from "../../shared/projection/recordings.ts";
import { createBreather } from "../../shared/breathe.ts";
import type { FeedEvent } from "./feed_event.ts";
import { createFrame } from "./frame.ts";
import { HourTopics, widenToHours } from "./hour_topics.ts";
import { encodeBackfilled, encodeSatellites } from "./message.ts";
import { formatStreamId, type Told } from "./stream_id.ts";
import { TickAssembler } from "./tick_assembler.ts";

/** What lies farther ahead of now than this comes from a wrong clock. */
const AHEAD_MS = 1_000;

/**
 * The writer notes what comes later than `LATE_AFTER_MS`, by the clock as its
 * commit begins. The feed looks back longer, by as much as a commit may take.
 */
export const LOOK_BACK_MS = LATE_AFTER_MS + 10_000;

/** Farther behind than this, ticks are announced as a range, not sent. */
const MOST_CATCH_UP_MS = 60_000;

const SATELLITES_EVERY_MS = 1_000;

/** Of each satellite. */
type Recordings = ReadonlyMap<number, readonly Recording[]>;

/** Reads one projection as it grows. */
export class FeedReader {
  readonly projectionId: string;
  readonly #ticks: TickAssembler;
  readonly #hourTopics = new HourTopics();
  #recordings: Recordings = new Map();
  #revision: number;
  #satellites = "";
  #satellitesReadMs = -Infinity;
  #satellitesStale = true;

  /** `lastMs`: the tick that is called the last one, and goes out no more. */
  private constructor(projection: Projection, lastMs: number) {
    this.projectionId = projection.id;
    this.#revision = readRevision(projection);
    this.#ticks = new TickAssembler(lastMs, LOOK_BACK_MS);
  }

  /**
   * Begins at the newest tick that is recorded.
   *
   * @param options.sinceMs A tick that has gone out: none before it will.
   */
  static async open(
    projection: Projection,
    { sinceMs, nowMs }: { readonly sinceMs: number; readonly nowMs: number },
  ): Promise<FeedReader> {
    const recordings = readRecordings(projection);
    const lastMs = Math.max(sinceMs, newestOf(recordings, nowMs));
    const reader = new FeedReader(projection, lastMs);
    reader.#recordings = recordings;
    const breathe = createBreather();
    // What is there already is no news.
    for (const satellite of recordings.values()) {
      reader.#readTicks(projection, satellite, nowMs);
      await breathe();
    }
    reader.#rememberTopics(projection);
    return reader;
  }

  /** The last tick that went out, in ms; 0 while there is none. */
  get lastTickMs(): number {
    return this.#ticks.lastMs;
  }

  /** Distance between ticks, as it is at present. */
  get stepMs(): number {
    return this.#ticks.stepMs;
  }

  /** How far the projection has been read. */
  get told(): Told {
    return { projection: this.projectionId, revision: this.#revision };
  }

  /** What has come since the last reading, in the order to tell it. */
  async read(projection: Projection, nowMs: number): Promise<FeedEvent[]> {
    // First of all, so that no commit is called told that is read only in part.
    const since = this.#revision;
    this.#revision = readRevision(projection);
    const events: FeedEvent[] = [];
    if (this.#revision !== since) {
      this.#satellitesStale = true;
      this.#recordings = readRecordings(projection);
      const breathe = createBreather();
      for (const range of this.#readCommits(projection, since, nowMs)) {
        if (range !== null) events.push(...this.#announce(range));
        await breathe();
      }
    }
    events.push(...this.#readSatellites(projection, nowMs));
    for (const positions of this.#ticks.takeDue(nowMs)) {
      const { timeMs } = positions[0]!;
      const id = formatStreamId({ timeMs, ...this.told });
      events.push({ kind: "tick", frame: createFrame(positions, id) });
    }
    this.#rememberTopics(projection);
    return events;
  }

  // Only what a tick has passed: the rest is still to be sent.
  #announce({ toMs, ...rest }: LateRange): FeedEvent[] {
    const range = { ...rest, toMs: Math.min(toMs, this.#ticks.lastMs + 1) };
    if (range.fromMs >= range.toMs) return [];
    return [{ kind: "backfilled", range, bytes: encodeBackfilled(range) }];
  }

  // Null where there is nothing to tell, only a chance to breathe.
  *#readCommits(
    projection: Projection,
    since: number,
    nowMs: number,
  ): Generator<LateRange | null> {
    const all = this.#recordings;
    for (const range of lateRangesSince(projection.db, since)) {
      yield widenToHours(range, all.get(range.noradId) ?? []);
    }
    yield* this.#hourTopics.takeovers(projection, all.values());
    yield* this.#skipWhatIsTooOld(nowMs);
    for (const recordings of all.values()) {
      const late = this.#readTicks(projection, recordings, nowMs);
      yield late === null ? null : widenToHours(late, recordings);
    }
  }

  // After a pause of the projector there may be hours of ticks at once; a
  // range that is read again, thinned, serves better than all of them.
  *#skipWhatIsTooOld(nowMs: number): Generator<LateRange> {
    const toMs = newestOf(this.#recordings, nowMs) - LOOK_BACK_MS + 1;
    const fromMs = this.#ticks.lastMs + 1;
    if (toMs - fromMs < MOST_CATCH_UP_MS) return;
    this.#ticks.skipTo(toMs - 1);
    for (const noradId of this.#recordings.keys()) {
      yield { noradId, fromMs, toMs };
    }
  }

  /** Returns from where to where there is something new behind the last tick. */
  #readTicks(
    projection: Projection,
    recordings: readonly Recording[],
    nowMs: number,
  ): LateRange | null {
    const { noradId } = recordings[0]!;
    const columns = readPositions(projection, recordings, {
      fromMs: this.#ticks.lastMs - LOOK_BACK_MS,
      toMs: nowMs + AHEAD_MS,
      limit: Infinity,
    });
    const timesMs: number[] = [];
    for (let i = 0; i < columns.timeMs.length; i++) {
      const position = { noradId, ...positionAt(columns, i) };
      if (this.#ticks.add(position, nowMs)) timesMs.push(position.timeMs);
    }
    if (timesMs.length === 0) return null;
    return { noradId, fromMs: timesMs[0]!, toMs: timesMs.at(-1)! + 1 };
  }

  #readSatellites(projection: Projection, nowMs: number): FeedEvent[] {
    const soon = nowMs - this.#satellitesReadMs < SATELLITES_EVERY_MS;
    if (soon || !this.#satellitesStale) return [];
    this.#satellitesReadMs = nowMs;
    this.#satellitesStale = false;
    const satellites = readSatellites(projection);
    const known = JSON.stringify(
      satellites.map((
        { noradId, name, topics, elementSet },
      ) => [noradId, name, topics, elementSet]),
    );
    if (known === this.#satellites) return [];
    this.#satellites = known;
    const encodeFor = encodeSatellites(satellites, nowMs);
    return [{ kind: "satellites", encodeFor }];
  }

  #rememberTopics(projection: Projection): void {
    const { lastMs } = this.#ticks;
    this.#hourTopics.remember(projection, this.#recordings.values(), lastMs);
  }
}

/** The newest tick that is recorded; what is ahead of now counts as now. */
function newestOf(recordings: Recordings, nowMs: number): number {
  let newestMs = 0;
  for (const { lastMs } of [...recordings.values()].flat()) {
    newestMs = Math.max(newestMs, Math.min(lastMs, nowMs));
  }
  return newestMs;
}
