const LIGHT_KM_S = 299_792.458;

/**
 * Returns by how much a satellite's signal arrives higher than it was sent, in
 * Hz: to first order, which in low orbit leaves out 4 parts in 10^10 of the
 * frequency (0.2 Hz of 437 MHz).
 *
 * @param rangeRateKmS Negative while it comes nearer.
 */
export function dopplerHz(rangeRateKmS: number, frequencyMhz: number): number {
  return -rangeRateKmS / LIGHT_KM_S * frequencyMhz * 1e6;
}
