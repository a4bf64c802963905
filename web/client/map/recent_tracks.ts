/// <reference lib="dom" />
import { Asker } from "../asker.ts";
import type { PositionsAnswer } from "../feed/contract.ts";
import type { Moment } from "../feed/moment.ts";
import type { Position } from "../feed/position_window.ts";
import { type ReadingRequest, readPositions } from "../feed/read_positions.ts";
import { type Recording, thinnedPositions } from "../feed/recording.ts";
import { RestedBackfills } from "../feed/rested_backfills.ts";
import { isCut, mostPastMs } from "./past_track.ts";

const bucketMs = 3 * 60_000;
/** Asked anew so often; what comes meanwhile is joined to what is newest. */
const stepMs = 10 * 60_000;
/** In a replay, times its speed: two hours at most, all of which is known. */
const replayStepMs = 12_000;
const nothing: readonly Position[] = [];

/**
 * Where satellites were in the day before the moment shown, of ranges that are
 * longer: their own points lie so far apart that nobody can tell the way from
 * one to the next.
 */
export class RecentTracks {
  #tracks = new Map<number, readonly Position[]>();
  readonly #backfills = new RestedBackfills();
  readonly #asker: Asker<
    ReadingRequest & { backfills: number },
    PositionsAnswer
  >;

  constructor(onRead: () => void) {
    this.#asker = new Asker({
      ask: readPositions,
      // What is known stays until the next answer.
      onOther: () => {},
      onAnswer: ({ satellites }) => {
        this.#tracks = new Map(
          satellites.map((
            one,
          ) => [one.norad_id, thinnedPositions(one.columns)]),
        );
        onRead();
        return true;
      },
      onFailed: () => {},
    });
  }

  /** Asks, where the range is too long and it is not known yet. */
  askFor(
    recording: Recording,
    moment: Moment,
    speed: number | null,
  ): void {
    const { satellites } = recording;
    if (!isCut(moment) || satellites.size === 0) return;
    const everyMs = Math.max(stepMs, replayStepMs * (speed ?? 1));
    const sinceMs = Math.floor(moment.shownMs / everyMs) * everyMs;
    this.#asker.askIfDue({
      satellites: [...satellites.keys()].sort((a, b) => a - b),
      range: { fromMs: sinceMs - mostPastMs, toMs: sinceMs + everyMs },
      bucketMs,
      backfills: this.#backfills.take(recording),
    });
  }

  /** Nothing of ranges that show the way by themselves, or before an answer. */
  of(noradId: number, moment: Moment): readonly Position[] {
    return isCut(moment) ? this.#tracks.get(noradId) ?? nothing : nothing;
  }
}
