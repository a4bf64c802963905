import { createBreather } from "../../shared/breathe.ts";
import { inParts } from "../../shared/in_parts.ts";
import { formatInstant } from "../../shared/instant.ts";
import { bucketMs } from "../../shared/projection/buckets.ts";
import { findSatellites } from "../../shared/projection/find_satellites.ts";
import {
  joinLateRanges,
  LATE_AFTER_MS,
} from "../../shared/projection/late_ranges.ts";
import { readSatellites } from "../../shared/projection/read_satellites.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import { knownSatellites } from "../choose_satellites.ts";
import type { ClientStream } from "./client_stream.ts";
import type { FeedEvent } from "./feed_event.ts";
import type { Frame } from "./frame.ts";
import { LateNotes } from "./late_notes.ts";
import type { FeedListener } from "./live_feed.ts";
import {
  encodeBackfilled,
  encodeList,
  encodeMessage,
  encodeState,
} from "./message.ts";
import { type FrameBatch, rangeFrames } from "./range_frames.ts";
import { type EncodeFor, isWanted } from "./satellite_filter.ts";
import type { StreamDeps } from "./stream_deps.ts";
import { formatStreamId } from "./stream_id.ts";
import type { StreamRequest } from "./stream_request.ts";

/** A live stream without `from` answers for so much before it began. */
export const LIVE_WINDOW_MS = 86_400_000;

/** One client's stream: what it wants, how far it is, and what it is sent. */
export class StreamSession implements FeedListener {
  readonly client: ClientStream;
  readonly request: StreamRequest;
  readonly deps: StreamDeps;
  /** Buckets of this length thin the range; null for all of it. */
  readonly bucketMs: number | null;
  /** Where the range goes on: what lies before has been sent. */
  nextMs: number;
  /** Ranges that the client is to read again. */
  readonly late = new LateNotes();
  readonly #windowFromMs: number;
  readonly #failed = Promise.withResolvers<never>();
  /** The first instant that is sent as it comes; null before live. */
  #seamMs: number | null = null;
  #isStale = false;

  constructor(client: ClientStream, deps: StreamDeps, request: StreamRequest) {
    const { fromMs, toMs, points, resume } = request;
    this.client = client;
    this.deps = deps;
    this.request = request;
    const range = { fromMs: fromMs ?? 0, toMs: toMs ?? this.endMs() };
    this.bucketMs = points === null || range.fromMs >= range.toMs
      ? null
      : bucketMs(range, points);
    this.nextMs = resume === null
      ? fromMs ?? this.endMs()
      : this.#after(resume.timeMs);
    this.#windowFromMs = fromMs ?? Math.max(0, this.nextMs - LIVE_WINDOW_MS);
  }

  /** Rejects when what came live could not be sent. */
  get failed(): Promise<never> {
    return this.#failed.promise;
  }

  /** Whether what is being read is that of a projection no longer in use. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /**
   * Where the past ends: at the last tick that went out live, or where the
   * range does; what may still come of that, after so long, is late.
   */
  endMs(): number {
    const { toMs } = this.request;
    const passedMs = this.deps.feed.lastTickMs + 1;
    if (toMs === null) return passedMs;
    const isLongOver = this.deps.nowMs() - toMs > LATE_AFTER_MS;
    return isLongOver ? toMs : Math.min(toMs, passedMs);
  }

  /** Whether the last instant that was asked for has gone by. */
  isOver(): boolean {
    return this.endMs() === this.request.toMs;
  }

  /** Sends the list of satellites, a long one in parts; also an empty one. */
  async sendSatellites(): Promise<void> {
    using lease = this.deps.projections.lease();
    const { projection } = lease;
    const noradIds = findSatellites(projection, {
      ...this.request,
      recorded: true,
    });
    const breathe = createBreather();
    for (const some of noradIds.length === 0 ? [[]] : inParts(noradIds)) {
      const satellites = readSatellites(projection, some);
      this.client.send(encodeList(satellites, this.deps.nowMs()));
      await breathe();
      await this.client.ready();
    }
  }

  /** Says which range comes, if one was asked for. */
  sendReplay(): void {
    const { fromMs, toMs, speed } = this.request;
    if (fromMs === null) return;
    const state = encodeState("replay", this.deps.nowMs(), {
      from: formatInstant(fromMs),
      to: toMs === null ? null : formatInstant(toMs),
      bucket_seconds: this.bucketMs === null ? null : this.bucketMs / 1000,
      speed: speed ?? "max",
    });
    this.client.send(state);
  }

  /** Reads on to an instant, as frames, from the projection now in use. */
  async *read(
    toMs: number,
    bucketMs: number | null,
  ): AsyncGenerator<FrameBatch> {
    // Before any frame whose id says that this was told.
    this.sendLate(this.nextMs);
    const { told } = this.deps.feed;
    this.#isStale = false;
    using lease = this.deps.projections.lease();
    const { projection } = lease;
    // A projection that is being made anew may not know all of them yet.
    const satellites = await knownSatellites(projection, this.request.noradIds);
    const options = { fromMs: this.nextMs, toMs, bucketMs, told };
    yield* rangeFrames(projection, satellites, options);
  }

  /** Sends a frame of the range. */
  sendRecorded(frame: Frame): void {
    this.#sendWanted(frame.encodeFor);
    this.nextMs = this.#after(frame.timeMs);
  }

  sendGaps(gaps: FrameBatch["gaps"]): void {
    if (gaps.length === 0) return;
    this.client.send(encodeMessage("gaps", { gaps }));
  }

  /** Announces what is noted as filled in, of what was sent before `passedMs`. */
  sendLate(passedMs: number): void {
    for (const range of this.late.takeBefore(passedMs)) {
      this.client.send(encodeBackfilled(range));
    }
  }

  /** Notes the whole window as filled in. */
  noteReplaced(noradIds: readonly number[]): void {
    this.#isStale = true;
    const fromMs = this.#windowFromMs;
    this.noteLate(noradIds, { fromMs, toMs: Number.MAX_SAFE_INTEGER });
  }

  /** Notes a range of some satellites, as far as they are wanted. */
  noteLate(
    noradIds: readonly number[],
    { fromMs, toMs }: TimeRangeMs,
  ): void {
    const { filter } = this.request;
    const ranges = noradIds.filter((noradId) => isWanted(filter, noradId))
      .map((noradId) => ({ noradId, fromMs, toMs }));
    for (const range of joinLateRanges(ranges)) this.late.add(range);
  }

  /** From here on, what comes is sent as it comes. */
  goLive(): void {
    this.#seamMs = Math.max(this.request.fromMs ?? 0, this.endMs());
    this.sendLate(this.#seamMs);
    this.client.send(this.deps.feed.encodeState());
  }

  /** Ends the stream; the id tells a browser's next request that it is over. */
  end(): void {
    const timeMs = this.request.toMs! - 1;
    const id = formatStreamId({ timeMs, ...this.deps.feed.told });
    this.client.send(encodeState("end", this.deps.nowMs(), { id }));
    this.client.end();
  }

  take(event: FeedEvent): void {
    switch (event.kind) {
      case "tick":
        this.#takeTick(event.frame);
        break;
      case "backfilled":
        this.#takeBackfilled(event);
        break;
      case "satellites":
        this.#sendWanted(event.encodeFor);
        break;
      case "state":
        this.#takeState(event.bytes);
        break;
      case "replaced":
        this.noteReplaced(event.noradIds);
        if (this.#seamMs !== null) this.sendLate(this.endMs());
        break;
      default:
        event satisfies never;
    }
  }

  fail(error: Error): void {
    this.#failed.reject(error);
  }

  // By the frame's time and not the feed's, which may have more to tell.
  #takeTick(frame: Frame): void {
    const { fromMs, toMs } = this.request;
    const { timeMs } = frame;
    if (this.#seamMs === null) {
      if (frame.isLate) this.#noteLateFrame(frame);
      return;
    }
    // One that is late was not there when the range was read, or not yet sent.
    if (timeMs < (frame.isLate ? fromMs ?? 0 : this.#seamMs)) return;
    if (toMs === null || timeMs < toMs) this.#sendWanted(frame.encodeFor);
    if (toMs !== null && timeMs >= toMs - 1) this.end();
  }

  // The range may have been read beyond it already.
  #noteLateFrame({ timeMs, positions }: Frame): void {
    const noradIds = positions.map(({ noradId }) => noradId);
    this.noteLate(noradIds, { fromMs: timeMs, toMs: timeMs + 1 });
  }

  // All ticks have been told when this is.
  #takeState(bytes: Uint8Array): void {
    if (this.#seamMs === null) return;
    if (this.isOver()) this.end();
    else this.client.send(bytes);
  }

  #takeBackfilled(
    { range, bytes }: FeedEvent & { readonly kind: "backfilled" },
  ): void {
    const { filter, fromMs, toMs } = this.request;
    if (!isWanted(filter, range.noradId)) return;
    if (range.toMs <= (fromMs ?? 0)) return;
    if (range.fromMs >= (toMs ?? Infinity)) return;
    if (this.#seamMs === null) this.late.add(range);
    else this.client.send(bytes);
  }

  #sendWanted(encodeFor: EncodeFor): void {
    const bytes = encodeFor(this.request.filter);
    if (bytes !== null) this.client.send(bytes);
  }

  // A bucket is sent again as a whole: the client may have had the position
  // of one satellite and not yet that of another.
  #after(timeMs: number): number {
    const { bucketMs } = this;
    const nextMs = bucketMs === null
      ? timeMs + 1
      : Math.floor(timeMs / bucketMs) * bucketMs;
    return Math.max(nextMs, this.request.fromMs ?? 0);
  }
}
