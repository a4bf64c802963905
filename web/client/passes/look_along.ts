const rad = Math.PI / 180;

/** Where to look for a satellite. */
export interface Look {
  /** From north by way of east, 0 up to but not including 360. */
  azimuthDeg: number;
  /** Above the plane that touches the ellipsoid, without refraction. */
  elevationDeg: number;
  rangeKm: number;
}

/** Where something is from a place: so many kilometres east, north and up. */
export type SkyPlace = [east: number, north: number, up: number];

/** Returns where to look for what is at a place in the sky. */
export function lookAlong([east, north, up]: SkyPlace): Look {
  return {
    azimuthDeg: (Math.atan2(east, north) / rad + 360) % 360,
    elevationDeg: Math.atan2(up, Math.hypot(east, north)) / rad,
    rangeKm: Math.hypot(east, north, up),
  };
}
