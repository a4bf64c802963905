import { defaultPassesChoice, type PassesChoice } from "./passes_choice.ts";
import { texts } from "./passes_texts.ts";

/** What the filters leave, in words; only the height where that is all. */
export function describeFilters(choice: PassesChoice): string {
  const { minElevationDeg, direction, visibleOnly, timeOfDay, elements } =
    choice;
  const { daysBack, daysAhead } = choice;
  const isOtherDays = daysBack !== defaultPassesChoice.daysBack ||
    daysAhead !== defaultPassesChoice.daysAhead;
  return [
    texts.above(minElevationDeg),
    direction && texts.directions[direction],
    visibleOnly && texts.visibleOnly,
    timeOfDay?.replace("-", " – "),
    isOtherDays && texts.days(daysBack, daysAhead),
    elements !== "recorded" && texts.elementModes[elements],
  ].filter((part) => typeof part === "string")
    .map((part, i) => i === 0 ? part : lowerFirst(part))
    .join(", ");
}

/** Whether there is anything to reset. */
export function isFiltered(choice: PassesChoice): boolean {
  return filterKeys.some((key) => choice[key] !== defaultPassesChoice[key]);
}

export const filterKeys = [
  "minElevationDeg",
  "direction",
  "visibleOnly",
  "timeOfDay",
  "daysBack",
  "daysAhead",
  "elements",
] as const;

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
