import type { NamedPlaces } from "./named_places.ts";
import { parseLocator } from "./parse_locator.ts";
import type { PassesChoice } from "./passes_choice.ts";
import { type Place, roundPlace } from "./place.ts";
import { readPlace } from "./remembered_place.ts";

/**
 * Returns the place that an address without coordinates means: that of its
 * name, or the one that was chosen last; null where there is none, or not yet.
 */
export function settlePlace(
  { placeName }: Pick<PassesChoice, "placeName">,
  places: Pick<NamedPlaces, "find">,
): Place | null {
  if (placeName === null) return readPlace();
  const square = parseLocator(placeName);
  if (square) return square;
  const named = places.find(placeName)?.place;
  return named ? roundPlace(named) : null;
}
