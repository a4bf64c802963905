import { siderealTimeRad } from "../sidereal_time.ts";
import type { Vector3 } from "../vector3.ts";
import { sunLongitudeRad } from "./sun_longitude.ts";

const AU_KM = 149_597_870.7;
const RAD = Math.PI / 180;
const ARCSEC = RAD / 3600;
const MS_PER_MILLENNIUM = 365_250 * 86_400_000;
const J2000_MS = Date.UTC(2000, 0, 1, 12);
/**
 * Terrestrial Time minus UTC since 2017. In 1957 it was 37 s less, which is
 * 1.5 arcsec of the Sun's way.
 */
const TT_AHEAD_MS = 69_184;

/**
 * Returns where the Sun is seen from the centre of the Earth, Earth-fixed with
 * UT1 = UTC: within 3 arcsec (0.0008 degrees) of the JPL ephemeris DE421 from
 * 1957 to 2052, its distance within 0.01 %.
 *
 * Aberration is in it (light comes from where the Sun is seen), nutation by its
 * largest terms; its latitude, below 1.2 arcsec, is not.
 */
export function sunEcefKm(timeMs: number): Vector3 {
  const millennia = (timeMs + TT_AHEAD_MS - J2000_MS) / MS_PER_MILLENNIUM;
  const anomaly = 3.0984635 + 6283.07585 * millennia;
  // VSOP87, too; in astronomical units.
  const distance = 1.00013989 +
    0.016707 * Math.cos(anomaly) +
    0.00013956 * Math.cos(3.05525 + 12_566.1517 * millennia) +
    0.00103019 * millennia * Math.cos(1.10749 + 6283.07585 * millennia);
  const longitude = sunLongitudeRad(millennia);

  // IAU 1980 to 1 arcsec: the Moon's node, and twice the Sun.
  const node = (125.04452 - 19_341.36261 * millennia) * RAD;
  const twice = 2 * longitude;
  const nutation = (-17.2 * Math.sin(node) - 1.32 * Math.sin(twice)) * ARCSEC;
  const obliquity = (23.4392911 - 0.130042 * millennia) * RAD +
    (9.2 * Math.cos(node) + 0.57 * Math.cos(twice)) * ARCSEC;

  const apparent = longitude + nutation - 20.4898 * ARCSEC / distance;
  const cosObliquity = Math.cos(obliquity);
  const x = Math.cos(apparent);
  const onEcliptic = Math.sin(apparent);
  const y = onEcliptic * cosObliquity;
  // From the true equinox, which nutation moves along the equator.
  const turned = siderealTimeRad(timeMs) + nutation * cosObliquity;
  const cos = Math.cos(turned);
  const sin = Math.sin(turned);
  const km = distance * AU_KM;
  return {
    x: km * (x * cos + y * sin),
    y: km * (y * cos - x * sin),
    z: km * onEcliptic * Math.sin(obliquity),
  };
}
