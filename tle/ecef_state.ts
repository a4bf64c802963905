import type { Vector3 } from "./vector3.ts";

/** Position and velocity in the Earth-fixed frame, which turns. */
export interface EcefState {
  readonly positionKm: Vector3;
  /** As seen from the turning Earth, so that of the ground track. */
  readonly velocityKmS: Vector3;
}
