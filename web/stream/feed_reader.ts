import { createBreather } from "../../shared/breathe.ts";
import { inParts } from "../../shared/in_parts.ts";
import {
  joinLateRanges,
  LATE_AFTER_MS,
  type LateRange,
  lateRangesSince,
} from "../../shared/projection/late_ranges.ts";
import {
  positionAt,
  type PositionColumns,
} from "../../shared/projection/position_columns.ts";
import {
  type Projection,
  readRevision,
} from "../../shared/projection/projection.ts";
import { readMany } from "../../shared/projection/read_many.ts";
import type { FeedEvent } from "./feed_event.ts";
import { Frame } from "./frame.ts";
import { HourTopics, widenToHours } from "./hour_topics.ts";
import { KnownRecordings, type Touched } from "./known_recordings.ts";
import { encodeBackfilled, encodeSatellites } from "./message.ts";
import { SatelliteList } from "./satellite_list.ts";
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

/** Reads one projection as it grows. */
export class FeedReader {
  readonly projectionId: string;
  readonly #ticks: TickAssembler;
  readonly #recordings: KnownRecordings;
  readonly #satellites = new SatelliteList();
  readonly #hourTopics = new HourTopics();
  /** Of which something is dated ahead, to be read when its time has come. */
  readonly #ahead = new Set<number>();
  #revision: number;

  /** `lastMs`: the tick that is called the last one, and goes out no more. */
  private constructor(
    projection: Projection,
    { recordings, revision, lastMs }: {
      readonly recordings: KnownRecordings;
      readonly revision: number;
      readonly lastMs: number;
    },
  ) {
    this.projectionId = projection.id;
    this.#recordings = recordings;
    this.#revision = revision;
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
    const revision = readRevision(projection);
    const recordings = new KnownRecordings();
    const touched = await recordings.update(projection, -1);
    const lastMs = Math.max(sinceMs, recordings.newestMs(nowMs));
    const reader = new FeedReader(projection, { recordings, revision, lastMs });
    // What is there already is no news.
    await reader.#readTicks(projection, touched, nowMs);
    reader.#satellites.touch(recordings.all.keys());
    await reader.#rememberTopics(projection, touched);
    return reader;
  }

  /** The latest tick that went out, in ms; 0 while there is none. */
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

  /** All satellites that it knows of. */
  get noradIds(): number[] {
    return [...this.#recordings.all.keys()];
  }

  /** What has come since the last reading, in the order to tell it. */
  async read(projection: Projection, nowMs: number): Promise<FeedEvent[]> {
    // First of all, so that no commit is called told that is read only in part.
    const since = this.#revision;
    this.#revision = readRevision(projection);
    const events: FeedEvent[] = [];
    const breathe = createBreather();
    let touched: readonly Touched[] = [];
    if (this.#revision !== since) {
      touched = await this.#recordings.update(projection, since);
      const late = await this.#readCommits(projection, touched, {
        since,
        nowMs,
      });
      events.push(...late.flatMap((range) => this.#announce(range)));
      this.#satellites.touch(touched.map(({ noradId }) => noradId));
      this.#satellites.touchAwaited();
      await breathe();
    }
    events.push(...await this.#readSatellites(projection, nowMs));
    await breathe();
    for (const { positions, isLate, passedMs } of this.#ticks.takeDue(nowMs)) {
      const id = formatStreamId({ timeMs: passedMs, ...this.told });
      const frame = new Frame(positions, id, { isLate });
      events.push({ kind: "tick", frame });
    }
    await breathe();
    await this.#rememberTopics(projection, touched);
    return events;
  }

  // Only what a tick has passed: the rest is still to be sent.
  #announce({ toMs, ...rest }: LateRange): FeedEvent[] {
    const range = { ...rest, toMs: Math.min(toMs, this.#ticks.lastMs + 1) };
    if (range.fromMs >= range.toMs) return [];
    return [{ kind: "backfilled", range, bytes: encodeBackfilled(range) }];
  }

  /** Takes positions for their ticks; returns what ticks have passed already. */
  async #readCommits(
    projection: Projection,
    touched: readonly Touched[],
    { since, nowMs }: { readonly since: number; readonly nowMs: number },
  ): Promise<LateRange[]> {
    const noted = lateRangesSince(projection.db, since);
    const takenOver = await this.#hourTopics.takeovers(projection, touched);
    const skipped = this.#skipWhatIsTooOld(nowMs);
    const found = await this.#readTicks(projection, touched, nowMs);
    return [
      ...noted.map((range) => this.#widen(range)),
      ...joinLateRanges(takenOver),
      ...skipped,
      ...joinLateRanges(found.map((range) => this.#widen(range))),
    ];
  }

  #widen(range: LateRange): LateRange {
    const { noradId } = range;
    const recordings = noradId === null ? [] : this.#recordings.of(noradId);
    return widenToHours(range, recordings);
  }

  // After a pause of the projector there may be hours of ticks at once; a
  // range that is read again, thinned, serves better than all of them.
  #skipWhatIsTooOld(nowMs: number): LateRange[] {
    const toMs = this.#recordings.newestMs(nowMs) - LOOK_BACK_MS + 1;
    const fromMs = this.#ticks.lastMs + 1;
    if (toMs - fromMs < MOST_CATCH_UP_MS) return [];
    this.#ticks.skipTo(toMs - 1);
    return joinLateRanges(
      this.noradIds.map((noradId) => ({ noradId, fromMs, toMs })),
    );
  }

  /** Returns from where to where there is something new behind the last tick. */
  async #readTicks(
    projection: Projection,
    touched: readonly Touched[],
    nowMs: number,
  ): Promise<LateRange[]> {
    const breathe = createBreather();
    const range = {
      fromMs: this.#ticks.lastMs - LOOK_BACK_MS,
      toMs: nowMs + AHEAD_MS,
    };
    const noradIds = [
      ...new Set(touched.map(({ noradId }) => noradId)).union(this.#ahead),
    ];
    const satellites = noradIds.map((id) => this.#recordings.of(id));
    const late: LateRange[] = [];
    await breathe();
    for (const { index, columns } of readMany(projection, satellites, range)) {
      columns.forEach((of, i) => {
        late.push(...this.#takePositions(noradIds[index + i]!, of, nowMs));
      });
      await breathe();
    }
    this.#ahead.clear();
    for (const recordings of satellites) {
      for (const { noradId, lastMs } of recordings) {
        if (lastMs >= range.toMs) this.#ahead.add(noradId);
      }
    }
    return late;
  }

  #takePositions(
    noradId: number,
    columns: PositionColumns,
    nowMs: number,
  ): LateRange[] {
    const timesMs: number[] = [];
    for (let i = 0; i < columns.timeMs.length; i++) {
      const position = { noradId, ...positionAt(columns, i) };
      if (this.#ticks.add(position, nowMs)) timesMs.push(position.timeMs);
    }
    if (timesMs.length === 0) return [];
    return [{ noradId, fromMs: timesMs[0]!, toMs: timesMs.at(-1)! + 1 }];
  }

  async #readSatellites(
    projection: Projection,
    nowMs: number,
  ): Promise<FeedEvent[]> {
    const changed = await this.#satellites.readChanged(projection, nowMs);
    for (const { noradId, lastMs: newestMs, stepMs } of changed) {
      const lastMs = Math.min(newestMs, this.#ticks.lastMs);
      if (stepMs !== null) this.#ticks.expect(noradId, { lastMs, stepMs });
    }
    return [...inParts(changed)].map((some) => ({
      kind: "satellites",
      encodeFor: encodeSatellites(some, nowMs),
    }));
  }

  #rememberTopics(
    projection: Projection,
    touched: readonly Touched[],
  ): Promise<void> {
    const { all } = this.#recordings;
    const { lastMs } = this.#ticks;
    return this.#hourTopics.remember(projection, lastMs, { all, touched });
  }
}
