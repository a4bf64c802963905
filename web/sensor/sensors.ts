import { modisGranule } from "../../tle/sensor/modis_granule.ts";

/** A scanner across the track. */
export interface Sensor {
  /** Null where only its angle is known. */
  readonly name: string | null;
  /** How far it scans to either side of the nadir. */
  readonly halfAngleDeg: number;
  /** The name of the file that its data of an instant are in. */
  readonly granuleAt: ((timeMs: number) => string) | null;
}

/** Those that are known by name. */
export const SENSORS = {
  modis: { name: "modis", halfAngleDeg: 55, granuleAt: modisGranule },
} as const satisfies Record<string, Sensor>;

export type SensorName = keyof typeof SENSORS;
