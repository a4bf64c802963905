import { elementSetId } from "../tle/element_set_id.ts";
import { createOrbit, type Orbit } from "../tle/orbit.ts";
import type { SourcedSet } from "./sources/element_source.ts";

/**
 * A satellite with the elements that its positions rest on. These are replaced
 * in place as newer ones come in: read them anew at each tick.
 */
export interface Satellite {
  readonly noradId: number;
  /** As first published; the catalogue number where there is no name. */
  readonly name: string;
  readonly elementSetId: string;
  readonly orbit: Orbit;
  /** The element set in use, and where it came from. */
  readonly elements: SourcedSet;
  /** Puts another element set of the same satellite to use. */
  use(elements: SourcedSet): void;
}

export function createSatellite(first: SourcedSet): Satellite {
  return new SatelliteInUse(first);
}

class SatelliteInUse implements Satellite {
  readonly noradId: number;
  readonly name: string;
  #elements: SourcedSet;
  #elementSetId: string | null = null;
  #orbit: Orbit | null = null;

  constructor(first: SourcedSet) {
    this.noradId = first.set.noradId;
    this.name = first.set.name ?? String(this.noradId);
    this.#elements = first;
  }

  get elements(): SourcedSet {
    return this.#elements;
  }

  // Made when they are asked for: there may be many thousands of satellites.
  get elementSetId(): string {
    return this.#elementSetId ??= elementSetId(this.#elements.set);
  }

  get orbit(): Orbit {
    return this.#orbit ??= createOrbit(this.#elements.set);
  }

  use(elements: SourcedSet): void {
    this.#elements = elements;
    this.#elementSetId = this.#orbit = null;
  }
}
