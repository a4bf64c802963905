/**
 * The Earth's heliocentric longitude in VSOP87: amplitude in 1e-8 rad, phase in
 * rad, frequency in rad a millennium. What is left out is below 3 arcsec in all.
 */
const TERMS = [
  [3_341_656, 4.6692568, 6283.07585],
  [34_894, 4.6261, 12_566.1517],
  [3_497, 2.7441, 5753.3849],
  [3_418, 2.8289, 3.5231],
  [3_136, 3.6277, 77_713.7715],
  [2_676, 4.4181, 7860.4194],
  [2_343, 6.1352, 3930.2097],
  [1_324, 0.7425, 11_506.7698],
  [1_273, 2.0371, 529.691],
  [1_199, 1.1096, 1577.3435],
  [990, 5.233, 5884.927],
  [902, 2.045, 26.298],
  [857, 3.508, 398.149],
  [780, 1.179, 5223.694],
  [753, 2.533, 5507.553],
  [505, 4.583, 18_849.228],
  [492, 4.205, 775.523],
  [357, 2.92, 0.067],
  [317, 5.849, 11_790.629],
  [284, 1.899, 796.298],
  [271, 0.315, 10_977.079],
  [243, 0.345, 5486.778],
  [206, 4.806, 2544.314],
  [205, 1.869, 5573.143],
  [202, 2.458, 6069.777],
] as const;
/** What grows with the time. */
const GROWING_TERMS = [
  [206_059, 2.678235, 6283.07585],
  [4_303, 2.6351, 12_566.1517],
  [425, 1.59, 3.523],
] as const;

/**
 * Returns the Sun's geometric ecliptic longitude in radians (not reduced to a
 * turn), from the mean equinox of date; within 3 arcsec from 1957 to 2052.
 *
 * VSOP87 (Bretagnon and Francou) as cut in Meeus, Astronomical Algorithms,
 * appendix III. The short series of his chapter 25 is off by up to
 * 35 arcsec, which is 0.2 s at the edge of the shadow.
 *
 * @param millennia Julian, since 2000, in Terrestrial Time.
 */
export function sunLongitudeRad(millennia: number): number {
  const earth = 175_347_046 + sumOf(TERMS, millennia) +
    millennia *
      (628_331_966_747 + sumOf(GROWING_TERMS, millennia) +
        millennia *
          (52_919 + 8_720 * Math.cos(1.0721 + 6283.0758 * millennia)));
  return earth * 1e-8 + Math.PI;
}

function sumOf(
  terms: readonly (readonly [number, number, number])[],
  millennia: number,
): number {
  let sum = 0;
  for (const [amplitude, phase, frequency] of terms) {
    sum += amplitude * Math.cos(phase + frequency * millennia);
  }
  return sum;
}
