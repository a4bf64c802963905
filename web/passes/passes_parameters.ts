import { described } from "../openapi/operation.ts";
import {
  catalogueNumbers,
  decimal,
  oneOf,
  trueOrFalse,
  wholeNumber,
} from "../parameters.ts";
import { WINDOW_PARAMETERS } from "./pass_window.ts";
import { daySpan, utcOffset } from "./time_of_day.ts";

/** Most satellites of one request. */
export const MOST_SATELLITES = 100;

/** How high a pass must come, if nothing is said. */
export const DEFAULT_MIN_ELEVATION_DEG = 10;

/** Between two points of a track, if nothing is said. */
export const DEFAULT_STEP_S = 10;

const MOST_DURATION_S = 31 * 86_400;

/** What says of which satellites, where the path does not. */
export const SATELLITES_PARAMETERS = {
  satellites: described(
    catalogueNumbers(MOST_SATELLITES),
    "Catalogue numbers, separated by commas",
  ),
};

/** All but those that say where the observer is. */
export const PASSES_PARAMETERS = {
  ...WINDOW_PARAMETERS,
  horizon_deg: described(
    decimal(-5, 89),
    "The elevation at which a pass begins and ends",
    0,
  ),
  min_elevation_deg: described(
    decimal(0, 90),
    "How high a pass must come to be listed; horizon_deg, if that is higher",
    DEFAULT_MIN_ELEVATION_DEG,
  ),
  min_duration_s: described(
    decimal(0, MOST_DURATION_S),
    "How long a pass must be",
  ),
  direction: described(
    oneOf("ascending", "descending"),
    "Only passes on which it goes north, or south",
  ),
  time_of_day: described(
    daySpan,
    "When the highest point must be, on the clock of mean solar time there, or of utc_offset",
  ),
  utc_offset: described(utcOffset, "The clock of time_of_day"),
  visible_only: described(
    trueOrFalse,
    "Only what can be seen by eye: the satellite in the Sun, at min_elevation_deg or higher, and night below",
    false,
  ),
  elements: described(
    oneOf("recorded", "best", "latest"),
    "What is recorded, and elsewhere the elements in force then; best is elements alone, each time the nearest, and latest the newest alone",
    "recorded",
  ),
  include: described(oneOf("track"), "Each pass with where it was on the sky"),
  step_s: described(
    wholeNumber(1, 600),
    "Seconds between two points of the track",
    DEFAULT_STEP_S,
  ),
  frequency_mhz: described(
    decimal(0.001, 1_000_000),
    "What the satellite sends, for the Doppler shift",
  ),
  compare: described(
    oneOf("latest"),
    "Tells how far today's elements would put each pass off",
  ),
  format: described(
    oneOf("json", "csv", "ics"),
    "Of the answer, in place of the header Accept; ics is a calendar",
    "json",
  ),
};

export type PassesParameters = typeof PASSES_PARAMETERS;
