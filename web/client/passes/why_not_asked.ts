import type { NamedPlaces } from "./named_places.ts";
import type { PassesChoice } from "./passes_choice.ts";
import { texts } from "./passes_texts.ts";

/** Returns what is missing for passes to be asked for, as a sentence. */
export function whyNotAsked(
  { place, placeName }: PassesChoice,
  places: NamedPlaces,
): string {
  if (place !== null) return texts.noSatellite;
  if (placeName === null) return texts.noPlace;
  const known = places.find(placeName);
  return known
    ? texts.unknownPlace(placeName, known.near)
    : texts.findingPlace(placeName);
}
