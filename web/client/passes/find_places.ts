/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import type { FoundObserver, ObserversAnswer } from "./contract.ts";
import { type Place, roundPlace } from "./place.ts";

/** So many of those that are found are enough to choose from. */
const mostFound = 8;

/** A place of the server's list, which it knows by its name. */
export interface ListedPlace extends Place {
  name: string;
  /** Null where the server's operator has added it. */
  country: string | null;
}

/** Places whose names contain a text; where none does, those that are near. */
export interface FoundPlaces {
  found: ListedPlace[];
  near: ListedPlace[];
}

/**
 * Asks for some places by a part of their name.
 *
 * @throws {Error} If the server does not answer with them.
 */
export async function findPlaces(
  text: string,
  signal: AbortSignal | null = null,
): Promise<FoundPlaces> {
  const path = `observers?q=${encodeURIComponent(text)}&limit=${mostFound}`;
  const answer = await askServer("find cities", path, signal);
  const { observers, near } = await answer.json() as ObserversAnswer;
  return { found: observers.map(placeOf), near: near.map(placeOf) };
}

/** The one of that name, in any case and with or without accents; or null. */
export function findNamed<P extends { name: string }>(
  places: readonly P[],
  name: string,
): P | null {
  const { compare } = new Intl.Collator("en", {
    usage: "search",
    sensitivity: "base",
    ignorePunctuation: true,
  });
  return places.find((one) => compare(one.name, name.trim()) === 0) ?? null;
}

function placeOf(found: FoundObserver): ListedPlace {
  const place = roundPlace({
    name: found.name,
    latitudeDeg: found.latitude_deg,
    longitudeDeg: found.longitude_deg,
    altitudeM: found.altitude_m,
  });
  return { ...place, name: found.name, country: found.country };
}
