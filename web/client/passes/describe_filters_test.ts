import { equal } from "node:assert/strict";
import { describeFilters, isFiltered } from "./describe_filters.ts";
import { defaultPassesChoice } from "./passes_choice.ts";

Deno.test("describeFilters() says only the height where that is all", () => {
  equal(describeFilters(defaultPassesChoice), "Above 10°");
  equal(isFiltered(defaultPassesChoice), false);
  equal(isFiltered({ ...defaultPassesChoice, passId: "a" }), false);
});

Deno.test("describeFilters() names every filter", () => {
  const choice = {
    ...defaultPassesChoice,
    minElevationDeg: 30,
    direction: "ascending" as const,
    visibleOnly: true,
    timeOfDay: "20:00-02:00",
    daysAhead: 7,
    elements: "compared" as const,
  };
  equal(
    describeFilters(choice),
    "Above 30°, going north, only to be seen by eye, 20:00 – 02:00, 1 day back and 7 days ahead, as recorded, beside today's elements",
  );
  equal(isFiltered(choice), true);
});
