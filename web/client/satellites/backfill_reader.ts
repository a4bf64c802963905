/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import { Asker } from "../asker.ts";
import type { Moment } from "../feed/moment.ts";
import type { TimeRange } from "../feed/position_window.ts";
import type { Recording } from "../feed/recording.ts";
import { RestedBackfills } from "../feed/rested_backfills.ts";
import { formatIso } from "../format.ts";

const hourMs = 3_600_000;
/** Of more than this, satellites times days, the server does not tell. */
const mostSatelliteDays = 366;
const nothing: readonly TimeRange[] = [];

interface Question {
  satellites: readonly number[];
  range: TimeRange;
  /** How often something was filled in: then it is another question. */
  backfills: number;
}

interface BackfillsAnswer {
  satellites: {
    norad_id: number;
    backfills: { first: string; last: string; samples: number }[];
  }[];
}

/** Which positions of what is shown were filled in later; all others are live. */
export class BackfillReader {
  readonly #asker: Asker<Question, BackfillsAnswer>;
  #found = new Map<number, readonly TimeRange[]>();
  readonly #backfills = new RestedBackfills();

  constructor(onChange: () => void) {
    this.#asker = new Asker<Question, BackfillsAnswer>({
      ask: readBackfills,
      // What was found of other ranges holds; what is not shown is not drawn.
      onOther: () => {},
      onAnswer: ({ satellites }) => {
        this.#found = new Map(
          satellites.map((one) => [one.norad_id, one.backfills.map(toRange)]),
        );
        onChange();
        return true;
      },
      onFailed: () => {},
    });
  }

  of(noradId: number): readonly TimeRange[] {
    return this.#found.get(noradId) ?? nothing;
  }

  /** Asks about what is shown, if that is not known. */
  readFor(
    satellites: readonly number[],
    { range }: Moment,
    recording: Recording,
  ): void {
    // Whole hours, so that a live window is another question once an hour.
    const fromMs = Math.floor(range.fromMs / hourMs) * hourMs;
    const toMs = Math.ceil(range.toMs / hourMs) * hourMs;
    const days = (toMs - fromMs) / (24 * hourMs);
    if (satellites.length === 0 || !(days > 0)) return;
    if (days * satellites.length > mostSatelliteDays) return;
    void this.#asker.askIfDue({
      satellites,
      range: { fromMs, toMs },
      backfills: this.#backfills.take(recording),
    });
  }
}

async function readBackfills(
  { satellites, range }: Question,
  signal: AbortSignal,
): Promise<BackfillsAnswer> {
  const path = `backfills?satellites=${satellites.join(",")}&from=${
    formatIso(range.fromMs)
  }&to=${formatIso(range.toMs)}`;
  const answer = await askServer("read what was filled in", path, signal);
  return await answer.json() as BackfillsAnswer;
}

function toRange({ first, last }: { first: string; last: string }): TimeRange {
  return { fromMs: Date.parse(first), toMs: Date.parse(last) + 1 };
}
