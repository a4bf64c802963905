import { foldName } from "../../shared/fold_name.ts";
import type { NamedPlace } from "../../shared/named_places.ts";
import { CITIES } from "./cities.ts";
import type { NamedObserver } from "./named_observer.ts";

/** A place that can be asked for by its name. */
export interface KnownObserver extends NamedObserver {
  readonly name: string;
  /** Null where it is configured. */
  readonly country: string | null;
  readonly source: "configured" | "bundled";
}

/** All that are known: those configured first, which replace bundled ones. */
export function knownObservers(
  configured: readonly NamedPlace[],
): readonly KnownObserver[] {
  const replaced = new Set(configured.map(({ name }) => foldName(name)));
  return [
    ...configured.map((place): KnownObserver => ({
      ...place,
      country: null,
      source: "configured",
    })),
    ...CITIES.map(([name, country, latitudeDeg, longitudeDeg, altitudeM]) => ({
      ...{ name, country, latitudeDeg, longitudeDeg, altitudeM },
      source: "bundled" as const,
    })).filter(({ name }) => !replaced.has(foldName(name))),
  ];
}
