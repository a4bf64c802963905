/// <reference lib="dom" />
import {
  defaultPassesChoice,
  formatPassesChoice,
  parsePassesChoice,
} from "./passes_choice.ts";
import type { Place } from "./place.ts";

const key = "groundtrack.place";

/** Returns the place that was chosen last, here; null where there is none. */
export function readPlace(): Place | null {
  try {
    const stored = localStorage.getItem(key) ?? "";
    return parsePassesChoice(new URLSearchParams(stored), []).place;
  } catch {
    // Storage may be forbidden; the address keeps the place then.
    return null;
  }
}

/** Keeps a place for next time, as an address would; null forgets it. */
export function keepPlace(place: Place | null): void {
  try {
    const parts = formatPassesChoice({ ...defaultPassesChoice, place });
    if (place === null) localStorage.removeItem(key);
    else localStorage.setItem(key, parts.join("&"));
  } catch {
    // See above.
  }
}
