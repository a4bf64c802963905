import { formatDuration } from "../../shared/duration.ts";
import { elementAgeHours, timingErrorS } from "../../tle/element_age.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import type { Report } from "../report.ts";
import type { Satellite } from "../satellites.ts";

/** Elements are issued every day or so; older than this is worth a warning. */
const OLD_HOURS = 7 * 24;

/** Of more satellites than this, how many are old is told, not which, */
const MOST_TOLD = 20;
/** and no more often than this, as there is always one that grows old. */
const COUNT_EVERY_MS = 3_600_000;

interface Aged {
  readonly satellite: Satellite;
  readonly hours: number;
  readonly isOld: boolean;
}

/**
 * Tells how old elements are and what that costs, loudly if it is much: at the
 * start of each set, and again when it has grown old.
 */
export class ElementAges {
  readonly #report: Report;
  /** What was told of each satellite's set. */
  readonly #told = new Map<number, { set: ElementSet; isOld: boolean }>();
  #counted = { old: -1, atMs: -Infinity };

  constructor(report: Report) {
    this.#report = report;
  }

  tell(satellites: Iterable<Satellite>, nowMs: number): void {
    const all = Array.from(satellites, (satellite): Aged => {
      const hours = elementAgeHours(satellite.elements.set, nowMs);
      return { satellite, hours, isOld: Math.abs(hours) > OLD_HOURS };
    });
    if (all.length > MOST_TOLD) return this.#tellCount(all, nowMs);
    for (const { satellite, hours, isOld } of all) {
      const { noradId, name, elements: { set } } = satellite;
      const told = this.#told.get(noradId);
      if (told?.set === set && told.isOld === isOld) continue;
      this.#told.set(noradId, { set, isOld });
      const message = describeAge(name, set, hours);
      this.#report(message, isOld ? "warning" : "info");
    }
  }

  #tellCount(all: readonly Aged[], nowMs: number): void {
    const old = all.filter(({ isOld }) => isOld).length;
    const { old: before, atMs } = this.#counted;
    if (old === before || nowMs - atMs < COUNT_EVERY_MS) return;
    this.#counted = { old, atMs: nowMs };
    this.#report(
      `Elements of ${all.length} satellites: ${old} are older than ` +
        `${formatDuration(OLD_HOURS * 3_600_000)}, or for a time to come`,
      old > 0 ? "warning" : "info",
    );
  }
}

function describeAge(name: string, set: ElementSet, hours: number): string {
  const { typicalS, p95S } = timingErrorS(set, hours / 24);
  const age = formatDuration(Math.abs(hours) * 3_600_000);
  const when = hours < 0 ? `for ${age} from now` : `${age} old`;
  // Half a revolution.
  if (typicalS > 43_200 / set.meanMotion) {
    return `Elements of ${name} are ${when}: it may be anywhere on its orbit`;
  }
  return `Elements of ${name} are ${when}: expected to be ` +
    `${formatSeconds(typicalS)} off along its track (95 %: within ` +
    `${formatSeconds(p95S)}), without manoeuvres. Passes are off by as much`;
}

function formatSeconds(seconds: number): string {
  return `${
    seconds < 10 ? Number(seconds.toPrecision(2)) : Math.round(seconds)
  } s`;
}
