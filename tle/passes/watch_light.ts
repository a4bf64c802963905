import { inertialVelocity } from "../inertial_velocity.ts";
import { EARTH_TURN_RAD_S } from "../sidereal_time.ts";
import { type ShadowCone, shadowPlace } from "../sun/earth_shadow.ts";
import { lightAt, type SunLight } from "../sun/sun_light.ts";
import { sunEcefKm } from "../sun/sun_position.ts";
import { dot } from "../vector3.ts";
import type { Watched } from "./find_changes.ts";
import type { Motion } from "./motion.ts";
import { signHoldsS } from "./sign_holds.ts";

/** More than the Sun ever moves among the stars, and the shadow with it. */
const SUN_TURN_RAD_S = 2.1e-7;
/** More than gravity at the ground. */
const MOST_KM_S2 = 0.01;
/**
 * A velocity may be off by so much from how the position changes: in deep space,
 * where SGP4's knows nothing of Sun and Moon, by centimetres a second; between
 * samples by their rounding.
 */
const STRAY_KM_S = 0.001;

/**
 * Returns a satellite's light, and for how long it surely stays.
 *
 * The distance from a cone changes by no more than the satellite moves, and its
 * rate by no more than gravity and the curve about the axis make of it.
 */
export function watchLight(motion: Motion, timeMs: number): Watched<SunLight> {
  const state = motion.stateAt(timeMs);
  const { positionKm } = state;
  const place = shadowPlace(positionKm, sunEcefKm(timeMs));
  const { toSun, behindKm, asideKm, umbra, penumbra } = place;
  const radiusKm = Math.hypot(behindKm, asideKm);
  // As the stars see it. Until it has gone its own distance from the Earth's
  // centre, it is not farther away than twice that.
  const mostKmS = motion.mostKmS + 2 * radiusKm * EARTH_TURN_RAD_S;
  const velocity = inertialVelocity(state);
  const behindKmS = -dot(velocity, toSun);
  const asideKmS = (dot(positionKm, velocity) - behindKm * behindKmS) /
    asideKm;
  const strayKmS = STRAY_KM_S + SUN_TURN_RAD_S * radiusKm;
  const staysS = ({ sine, cosine, outsideKm }: ShadowCone) => {
    const outKmS = behindKmS * sine + asideKmS * cosine;
    return signHoldsS(outsideKm, {
      awayPerS: Math.sign(outsideKm) * outKmS - strayKmS,
      mostPerS: mostKmS,
      // It halves its distance from the axis in this time at most.
      steadyS: asideKm / 2 / mostKmS,
      mostPerS2: MOST_KM_S2 + mostKmS * mostKmS / (asideKm / 2),
    });
  };
  const light = lightAt(place);
  switch (light) {
    case "sunlit":
      return {
        value: light,
        staysS: Math.max(
          -behindKm / mostKmS,
          penumbra.outsideKm > 0 ? staysS(penumbra) : 0,
        ),
      };
    case "penumbra":
      return {
        value: light,
        staysS: Math.min(staysS(penumbra), staysS(umbra)),
      };
    case "umbra":
      return { value: light, staysS: staysS(umbra) };
  }
}
