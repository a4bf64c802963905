import { ecefFromGeodetic } from "../../../tle/geodetic.ts";
import type { Vector3 } from "../../../tle/vector3.ts";
import { positionAt, type PositionColumns } from "../position_columns.ts";

/** More than the eight that one instant needs. */
const KEPT = 16;

/**
 * Where samples are, Earth-fixed. The last few are kept: a search looks again and
 * again between the same ones.
 */
export class SamplePlaces {
  #columns: PositionColumns | null = null;
  readonly #index = new Int32Array(KEPT);
  readonly #placeKm: Vector3[] = [];

  at(columns: PositionColumns, index: number): Vector3 {
    if (columns !== this.#columns) {
      this.#columns = columns;
      this.#index.fill(-1);
    }
    const slot = index % KEPT;
    if (this.#index[slot] !== index) {
      this.#index[slot] = index;
      this.#placeKm[slot] = ecefFromGeodetic(positionAt(columns, index));
    }
    return this.#placeKm[slot]!;
  }
}
