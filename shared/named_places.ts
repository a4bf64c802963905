import type { Observer } from "../tle/observer.ts";
import { foldName } from "./fold_name.ts";

/** A place to look from, and what it is called. */
export interface NamedPlace extends Observer {
  readonly name: string;
}

/** Where observers can be, in degrees and metres. */
export const OBSERVER_BOUNDS = {
  latitudeDeg: { least: -90, most: 90 },
  longitudeDeg: { least: -180, most: 180 },
  altitudeM: { least: -500, most: 9_000 },
};

const LONGEST_NAME = 60;
const NUMBER = String.raw`\s*(-?\d{1,5}(?:\.\d{1,12})?)\s*`;
const PLACE = new RegExp(
  String.raw`^\s*([^=]*[^=\s])\s*=${NUMBER},${NUMBER}(?:,${NUMBER})?$`,
);

/**
 * Reads `Home=52.5200,13.4050,34; Svalbard=78.2300,15.3900`: latitude,
 * longitude and, unless it is 0, altitude in metres. Returns null if it is
 * anything else, is out of bounds, or has a name twice.
 */
export function parseNamedPlaces(text: string): readonly NamedPlace[] | null {
  if (text.trim() === "") return [];
  const places = text.replace(/;\s*$/, "").split(";").map(parsePlace);
  const names = places.map((place) => place && foldName(place.name));
  const areSound = names.every((name, i) => name && names.indexOf(name) === i);
  return areSound ? places as NamedPlace[] : null;
}

function parsePlace(text: string): NamedPlace | null {
  const match = PLACE.exec(text);
  if (match === null || match[1]!.length > LONGEST_NAME) return null;
  const place = {
    name: match[1]!,
    latitudeDeg: Number(match[2]) + 0,
    longitudeDeg: Number(match[3]) + 0,
    altitudeM: Number(match[4] ?? 0) + 0,
  };
  const isWithin = (["latitudeDeg", "longitudeDeg", "altitudeM"] as const)
    .every((key) => {
      const { least, most } = OBSERVER_BOUNDS[key];
      return place[key] >= least && place[key] <= most;
    });
  return isWithin ? place : null;
}
