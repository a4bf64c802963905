import satellites from "./data/well_known_satellites.json" with {
  type: "json",
};

/** A satellite by its catalogue number and a name that people know. */
export interface NamedSatellite {
  readonly noradId: number;
  readonly name: string;
}

/**
 * Satellites that people call by name, under the first of their names in the
 * table, which is that of the public catalogue.
 */
export const wellKnownSatellites: readonly NamedSatellite[] = satellites.map(
  ({ norad_id, names }) => ({ noradId: norad_id, name: names[0]! }),
);

const byKey = new Map(
  satellites.flatMap(({ norad_id, names }, i) =>
    [String(norad_id), ...names].map((name) =>
      [keyOf(name), wellKnownSatellites[i]!] as const
    )
  ),
);

/**
 * Finds a well-known satellite by catalogue number or any of its names; case,
 * spaces and punctuation do not matter: `noaa-20`, `NOAA 20`, `noaa20`.
 */
export function findWellKnown(nameOrNumber: string): NamedSatellite | null {
  return byKey.get(keyOf(nameOrNumber)) ?? null;
}

function keyOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
