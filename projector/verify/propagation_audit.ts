import { DEGREES, KILOMETRES } from "../../shared/events/resolution.ts";
import { elementSetOfRef } from "../../shared/projection/element_sets/read_element_sets.ts";
import type { HourColumns } from "../../shared/projection/hour_columns.ts";
import type { Sqlite } from "../../shared/sqlite.ts";
import { ecefFromGeodetic } from "../../tle/geodetic.ts";
import { createOrbit, type Orbit } from "../../tle/orbit.ts";
import { PropagationError } from "../../tle/propagation_error.ts";

/** Beyond what rounding explains: arithmetic differs by less than that. */
const MARGIN_M = 0.01;

/** Orbits kept at a time; another one takes a query and 20 us. */
const MOST_ORBITS = 10_000;

/** How far off a position may be, or is, and when it was. */
export interface Deviation {
  readonly timeMs: number;
  readonly errorM: number;
  /** The largest error that rounding to the resolution of events explains. */
  readonly allowedM: number;
}

/** Positions that were propagated again, and what came of it. */
export interface Propagated {
  readonly positions: number;
  /** How many name no element set, or one that is not there. */
  readonly unknown: number;
  /** The largest error of all; null where nothing could be propagated. */
  readonly largest: Deviation | null;
  /** How many are farther off than rounding explains, and the first of them. */
  readonly wrong: number;
  readonly firstWrong: Deviation | null;
  /** Why the first of those could not be propagated that should have been. */
  readonly failure: string | null;
}

/** Propagates positions again from the element sets that they name. */
export class PropagationAudit {
  readonly #db: Sqlite;
  readonly #orbits = new Map<number, Orbit | null>();

  constructor(db: Sqlite) {
    this.#db = db;
  }

  audit(hour: HourColumns): Propagated {
    const { timeMs, latitudeE6, longitudeE6, altitudeE4 } = hour;
    let [unknown, wrong] = [0, 0];
    let largest: Deviation | null = null;
    let firstWrong: Deviation | null = null;
    let failure: string | null = null;
    for (let i = 0; i < timeMs.length; i++) {
      const orbit = this.#orbitOf(hour.elementSetRef[i]!);
      if (orbit === null) {
        unknown++;
        continue;
      }
      try {
        const deviation = deviationFrom(orbit, timeMs[i]!, {
          latitudeDeg: latitudeE6[i]! / DEGREES,
          longitudeDeg: longitudeE6[i]! / DEGREES,
          altitudeKm: altitudeE4[i]! / KILOMETRES,
        });
        const { errorM, allowedM } = deviation;
        if (errorM > (largest?.errorM ?? -1)) largest = deviation;
        if (errorM <= allowedM) continue;
        wrong++;
        firstWrong ??= deviation;
      } catch (error) {
        if (!(error instanceof PropagationError)) throw error;
        wrong++;
        failure ??= error.message;
      }
    }
    this.#forget();
    const positions = timeMs.length;
    return { positions, unknown, largest, wrong, firstWrong, failure };
  }

  #orbitOf(ref: number): Orbit | null {
    let orbit = this.#orbits.get(ref);
    if (orbit === undefined) {
      const set = elementSetOfRef({ db: this.#db }, ref);
      orbit = set && createOrbit(set);
      this.#orbits.set(ref, orbit);
    }
    return orbit;
  }

  /** What was not there may have come by the next hour. */
  #forget(): void {
    if (this.#orbits.size > MOST_ORBITS) this.#orbits.clear();
    for (const [ref, orbit] of this.#orbits) {
      if (orbit === null) this.#orbits.delete(ref);
    }
  }
}

function deviationFrom(
  orbit: Orbit,
  timeMs: number,
  stored: Parameters<typeof ecefFromGeodetic>[0],
): Deviation {
  const a = ecefFromGeodetic(orbit.positionAt(timeMs));
  const b = ecefFromGeodetic(stored);
  return {
    timeMs,
    errorM: 1000 * Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z),
    allowedM: roundingErrorM(1000 * Math.hypot(a.x, a.y, a.z)) + MARGIN_M,
  };
}

/** Half a unit of each coordinate at once: 0.1 m in a low orbit. */
function roundingErrorM(fromCentreM: number): number {
  const acrossM = fromCentreM * (0.5 / DEGREES) * (Math.PI / 180);
  return Math.hypot(acrossM, acrossM, 1000 * 0.5 / KILOMETRES);
}
