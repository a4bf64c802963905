import {
  catalogueNumbers,
  decimal,
  oneOf,
  wholeNumber,
} from "../parameters.ts";
import { WINDOW_PARAMETERS } from "./pass_window.ts";
import { daySpan, utcOffset } from "./time_of_day.ts";

/** Most satellites of one request. */
export const MOST_SATELLITES = 100;
const MOST_DURATION_S = 31 * 86_400;

/** What says of which satellites, where the path does not. */
export const SATELLITES_PARAMETERS = {
  satellites: catalogueNumbers(MOST_SATELLITES),
};

/** All but those that say where the observer is. */
export const PASSES_PARAMETERS = {
  ...WINDOW_PARAMETERS,
  horizon_deg: decimal(-5, 89),
  min_elevation_deg: decimal(0, 90),
  min_duration_s: decimal(0, MOST_DURATION_S),
  direction: oneOf("ascending", "descending"),
  time_of_day: daySpan,
  utc_offset: utcOffset,
  visible_only: oneOf("true", "false"),
  elements: oneOf("recorded", "best", "latest"),
  include: oneOf("track"),
  step_s: wholeNumber(1, 600),
  frequency_mhz: decimal(0.001, 1_000_000),
  compare: oneOf("latest"),
  format: oneOf("json", "csv", "ics"),
};

export type PassesParameters = typeof PASSES_PARAMETERS;
