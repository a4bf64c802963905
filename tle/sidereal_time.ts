const J2000_MS = Date.UTC(2000, 0, 1, 12);
const DAY_MS = 86_400_000;
const DAYS_PER_CENTURY = 36_525;

/** How fast mean sidereal time goes (IAU 1982), which SGP4's frame rests on. */
export const EARTH_TURNS_PER_DAY = 1.002737909350795;
export const EARTH_TURN_RAD_S = EARTH_TURNS_PER_DAY * 2 * Math.PI / 86_400;

/**
 * Returns Greenwich mean sidereal time in radians (not reduced to a turn), the
 * angle from TEME to the Earth-fixed frame, with UT1 taken as UTC: that puts a
 * ground track off by at most 0.9 s of the Earth's turning, in this decade by
 * less than 60 m.
 *
 * IAU 1982 (Aoki), as SGP4 means it. The Earth's own turning is taken from the
 * fraction of the day, since in seconds since 2000 it would lose digits.
 */
export function siderealTimeRad(timeMs: number): number {
  const days = (timeMs - J2000_MS) / DAY_MS;
  const centuries = days / DAYS_PER_CENTURY;
  const drift = 67_310.54841 +
    centuries *
      (8_640_184.812866 + centuries * (0.093104 - centuries * 6.2e-6));
  const turns = (timeMs - J2000_MS) % DAY_MS / DAY_MS + drift / 86_400;
  return turns % 1 * 2 * Math.PI;
}
