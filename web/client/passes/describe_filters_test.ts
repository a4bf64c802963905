import { equal } from "node:assert/strict";
import type { ViewRange } from "../time_control/view_state.ts";
import { describeFilters, isFiltered } from "./describe_filters.ts";
import { defaultPassesChoice } from "./passes_choice.ts";

Deno.test("describeFilters() says only the height where that is all", () => {
  equal(describeFilters(defaultPassesChoice), "Above 10°");
  equal(isFiltered(defaultPassesChoice), false);
  equal(isFiltered({ ...defaultPassesChoice, passId: "a" }), false);
});

Deno.test("describeFilters() says what time the passes follow, where that is asked", () => {
  const says = (range: ViewRange) =>
    describeFilters(defaultPassesChoice, range);
  equal(
    says({ kind: "live", window: "1h" }),
    "Above 10°, 1 day back and 1 day ahead of the time shown",
  );
  equal(
    describeFilters(
      { ...defaultPassesChoice, daysBack: 30, daysAhead: 30 },
      { kind: "live", window: "1h" },
    ),
    "Above 10°, 1 day back and 30 days ahead of the time shown",
  );
  equal(
    says({ kind: "fixed", fromMs: 0, toMs: 1 }),
    "Above 10°, within the time chosen above",
  );
  equal(
    says({ kind: "fixed", fromMs: 0, toMs: null }),
    "Above 10°, from the start chosen above to 1 day ahead",
  );
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
    "Above 30°, going north, only those visible by eye, 20:00 – 02:00, 1 day back and 7 days ahead, as recorded, beside today's elements",
  );
  equal(isFiltered(choice), true);
});
