import type { ViewRange } from "../time_control/view_state.ts";
import { defaultPassesChoice, type PassesChoice } from "./passes_choice.ts";
import { listedDaysBack } from "./passes_range.ts";
import { texts } from "./passes_texts.ts";

/**
 * What the filters leave, in words; only the height where that is all.
 *
 * @param range What time is shown, where it is to be said what passes follow it.
 */
export function describeFilters(
  choice: PassesChoice,
  range?: ViewRange,
): string {
  const { minElevationDeg, direction, visibleOnly, timeOfDay, elements } =
    choice;
  const { daysAhead } = choice;
  const daysBack = listedDaysBack(choice);
  const isOtherDays = daysBack !== defaultPassesChoice.daysBack ||
    daysAhead !== defaultPassesChoice.daysAhead;
  return [
    texts.above(minElevationDeg),
    direction && texts.directions[direction],
    visibleOnly && texts.visibleOnly,
    timeOfDay?.replace("-", " – "),
    !range && isOtherDays && texts.days(daysBack, daysAhead),
    elements !== "recorded" && texts.elementModes[elements],
    range && describeTime(choice, range),
  ].filter((part) => typeof part === "string")
    .map((part, i) => i === 0 ? part : lowerFirst(part))
    .join(", ");
}

/** What time it is the passes of. */
function describeTime(choice: PassesChoice, range: ViewRange): string {
  const { daysAhead } = choice;
  if (range.kind === "live") {
    return texts.aboutTimeShown(texts.days(listedDaysBack(choice), daysAhead));
  }
  return range.toMs === null ? texts.fromStart(daysAhead) : texts.inRange;
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
