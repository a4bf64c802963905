const DAY_US = 86_400e6;

/** Change of mean motion that is a manoeuvre; 12 m of TERRA's semi-major axis. */
const MOST_RELATIVE_CHANGE = 2.5e-6;
/** Sun and Moon turn a geostationary orbit by 0.0023 degrees a day. */
const MOST_INCLINATION_CHANGE_DEG = 0.0025;

/**
 * For how long sets after a manoeuvre are fitted to observations before it too,
 * so that they are worth no more than those before, in days.
 */
export const UNSETTLED_DAYS = 3;

/** Sets farther apart than this, in days, tell nothing of manoeuvres. */
export const LONGEST_STEP_DAYS = 30;

/** What of an element set shows a manoeuvre. */
export interface OrbitShape {
  readonly epochUs: number;
  /** Revolutions a day. */
  readonly meanMotion: number;
  /** Half the derivative, revolutions / day². */
  readonly meanMotionDot: number;
  readonly inclinationDeg: number;
}

/**
 * Tells whether a manoeuvre is suspected between two sets that follow each
 * other: the mean motion changed by more than a 400,000th, beyond what the
 * trend that both sets publish explains, or the inclination by more than 0.0025
 * degrees; by as much for each day, where they are more than a day apart.
 *
 * Sets show a burn only as far as the observations behind them do: those of
 * TERRA take one up in a day to five, in steps most of which are larger than
 * this. Sets of small objects may be noisier than that without any burn, which
 * is why it is a suspicion.
 */
export function isManoeuvreSuspected(
  before: OrbitShape,
  after: OrbitShape,
): boolean {
  const days = (after.epochUs - before.epochUs) / DAY_US;
  if (days > LONGEST_STEP_DAYS) return false;
  const scale = Math.max(1, days);
  const turnedDeg = Math.abs(after.inclinationDeg - before.inclinationDeg);
  if (turnedDeg > MOST_INCLINATION_CHANGE_DEG * scale) return true;
  const trends = [before, after].map((set) => 2 * set.meanMotionDot * days);
  const unexplained = beyondTrends(
    after.meanMotion - before.meanMotion,
    Math.min(...trends),
    Math.max(...trends),
  );
  return unexplained > MOST_RELATIVE_CHANGE * scale * after.meanMotion;
}

/** How far a change is from all between none and the trends, if these agree. */
function beyondTrends(change: number, least: number, most: number): number {
  const from = most < 0 ? least : 0;
  const to = least > 0 ? most : 0;
  return Math.max(from - change, change - to, 0);
}

/**
 * For each set, the epoch of the last set up to it that shows a manoeuvre; minus
 * infinity while none does.
 *
 * @param sets Of one object, by epoch.
 */
export function lastManoeuvresUs(sets: readonly OrbitShape[]): number[] {
  let lastUs = -Infinity;
  return sets.map((set, i) => {
    if (i > 0 && isManoeuvreSuspected(sets[i - 1]!, set)) lastUs = set.epochUs;
    return lastUs;
  });
}
