import { formatInstant } from "../../shared/instant.ts";
import { DAY_MS } from "../../shared/projection/time_range.ts";
import { described } from "../openapi/operation.ts";
import { instant, wholeNumber } from "../parameters.ts";
import { satelliteFaults } from "../passes/passes_faults.ts";
import { SATELLITES_PARAMETERS } from "../passes/passes_parameters.ts";
import { badParameters, type Fault } from "../problem.ts";
import { readQuery } from "../query.ts";

const DEFAULT_STEP_S = 60;
const MOST_DAYS = 31;

export const TRACKS_PARAMETERS = {
  ...SATELLITES_PARAMETERS,
  from: described(instant, "Start; now, if left out"),
  to: described(
    instant,
    `End, exclusive, at most ${MOST_DAYS} days after from; one revolution of each, if left out`,
  ),
  step_s: described(
    wholeNumber(1, 3_600),
    "Seconds between two points",
    DEFAULT_STEP_S,
  ),
};

/** Of which satellites a client wants the way, and when. */
export interface TracksRequest {
  /** 1 to 100. */
  readonly noradIds: readonly number[];
  readonly fromMs: number;
  /** Exclusive; null for one revolution of each. */
  readonly toMs: number | null;
  readonly stepS: number;
}

/**
 * Reads the request of `/api/v1/tracks`.
 *
 * @throws {Problem} 400, naming all that is wrong.
 */
export function readTracksRequest(url: string, nowMs: number): TracksRequest {
  const read = readQuery(url, TRACKS_PARAMETERS);
  const { query, texts } = read;
  const fromMs = query.from ?? nowMs;
  const toMs = query.to ?? null;
  const faults: Fault[] = [...read.faults, ...satelliteFaults(read)];
  const isFromKnown = query.from !== undefined || texts.from === undefined;
  if (toMs !== null && isFromKnown) {
    const fault = (requirement: string) =>
      faults.push({ parameter: "to", requirement, value: texts.to! });
    const from = formatInstant(fromMs);
    if (toMs <= fromMs) fault(`later than from, ${from}`);
    if (toMs - fromMs > MOST_DAYS * DAY_MS) {
      fault(`at most ${MOST_DAYS} days after from, ${from}`);
    }
  }
  if (faults.length > 0) throw badParameters(faults);
  return {
    noradIds: query.satellites!,
    fromMs,
    toMs,
    stepS: query.step_s ?? DEFAULT_STEP_S,
  };
}
