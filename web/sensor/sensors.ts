import { modisGranule } from "../../tle/sensor/modis_granule.ts";

/** A scanner across the track. */
export interface Sensor {
  /** Null where only its angle is known. */
  readonly name: string | null;
  /** Which satellites carry it; null where nobody says. */
  readonly noradIds: readonly number[] | null;
  /** How far it scans to either side of the nadir. */
  readonly halfAngleDeg: number;
  /** The name of the file that its data of an instant are in. */
  readonly granuleAt: ((timeMs: number) => string) | null;
}

/** Those that are known by name. */
export const SENSORS = {
  // On TERRA and AQUA.
  modis: {
    name: "modis",
    noradIds: [25994, 27424],
    halfAngleDeg: 55,
    granuleAt: modisGranule,
  },
} as const satisfies Record<string, Sensor>;

export type SensorName = keyof typeof SENSORS;
