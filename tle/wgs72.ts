// The Earth as SGP4 has it.

/** Gravitational parameter. */
export const MU_KM3_S2 = 398_600.8;
/** At the equator. */
export const EARTH_RADIUS_KM = 6378.135;
/** What the Earth's flattening does to its gravity. */
export const J2 = 1.082616e-3;
