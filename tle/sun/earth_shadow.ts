import { dot, type Vector3 } from "../vector3.ts";

const SUN_RADIUS_KM = 696_000;
/**
 * WGS84's at the equator. The Earth's real shadow is nowhere wider than this
 * sphere's but for the atmosphere, and the sphere is what others take, so that
 * answers can be compared.
 */
const EARTH_RADIUS_KM = 6378.137;

/**
 * A cone that touches Sun and Earth, by the sine and cosine of the angle at which
 * its side closes in on the axis behind the Earth: positive for the umbra, which
 * ends in a point, negative for the penumbra, which opens.
 */
export interface ShadowCone {
  readonly sine: number;
  readonly cosine: number;
  /** How far outside of it a place is, at right angles; negative inside. */
  readonly outsideKm: number;
}

/** How a place lies to the shadow of the Earth. */
export interface ShadowPlace {
  /** A unit vector. */
  readonly toSun: Vector3;
  /** Along the axis, from the Earth's centre away from the Sun. */
  readonly behindKm: number;
  /** From the axis. */
  readonly asideKm: number;
  readonly umbra: ShadowCone;
  readonly penumbra: ShadowCone;
}

/** Returns how a place lies to the shadow; both of it in one frame. */
export function shadowPlace(
  { x, y, z }: Vector3,
  sunKm: Vector3,
): ShadowPlace {
  const sunDistanceKm = Math.sqrt(dot(sunKm, sunKm));
  const toSun = {
    x: sunKm.x / sunDistanceKm,
    y: sunKm.y / sunDistanceKm,
    z: sunKm.z / sunDistanceKm,
  };
  const behindKm = -(x * toSun.x + y * toSun.y + z * toSun.z);
  const fromAxis2 = x * x + y * y + z * z - behindKm * behindKm;
  // On the axis, rounding may leave less than nothing; and one divides by it.
  const asideKm = Math.sqrt(Math.max(Number.EPSILON, fromAxis2));
  const cone = (sine: number): ShadowCone => {
    const cosine = Math.sqrt(1 - sine * sine);
    const outsideKm = behindKm * sine + asideKm * cosine - EARTH_RADIUS_KM;
    return { sine, cosine, outsideKm };
  };
  return {
    toSun,
    behindKm,
    asideKm,
    umbra: cone((SUN_RADIUS_KM - EARTH_RADIUS_KM) / sunDistanceKm),
    penumbra: cone(-(SUN_RADIUS_KM + EARTH_RADIUS_KM) / sunDistanceKm),
  };
}
