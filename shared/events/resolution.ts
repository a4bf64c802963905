/** Events and rows hold whole multiples of 1e-6 degrees and 1e-4 km. */
export const DEGREES = 1e6;
export const KILOMETRES = 1e4;
