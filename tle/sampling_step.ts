/**
 * How far apart the samples of any orbit may lie, so that what lies between
 * them is told by `interpolatePosition` within 1 m of SGP4: once a minute.
 *
 * An orbit turns fastest at its perigee, and there no faster than the size of
 * the Earth lets it, however eccentric it is: by a tenth of a degree a second.
 * Of the whole catalogue the worst (26410, of eccentricity 0.912) is off by 1 cm
 * between the middle ones of eight samples, and by 0.16 m near an end. So
 * a shorter step for eccentric orbits would gain nothing that rounding to 1e-6
 * degrees leaves; near-circular ones could do with four minutes.
 */
export const SAMPLING_STEP_MS = 60_000;
