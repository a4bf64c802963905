import { createSatellite, type Satellite } from "../satellites.ts";
import { bundledSatellites } from "./bundled_satellites.ts";

/** So many satellites like TERRA, each at a place of its own. */
export function manySatellites(count: number): Satellite[] {
  const { elements } = bundledSatellites(["TERRA"])[0]!;
  return Array.from({ length: count }, (_, i) =>
    createSatellite({
      ...elements,
      set: {
        ...elements.set,
        noradId: 100_000 + i,
        name: `OBJECT ${i}`,
        meanAnomalyDeg: 360 * i / count,
      },
    }));
}
