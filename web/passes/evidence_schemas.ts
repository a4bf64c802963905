import {
  choice,
  INSTANT,
  NUMBER,
  object,
  says,
  TEXT,
} from "../openapi/schema.ts";

/** An element set that an answer rests on. */
export const SET_IN_USE = object({
  id: TEXT,
  epoch: INSTANT,
  age_hours: says(NUMBER, "An instant of the answer minus epoch"),
});

/** How far off the times of an answer may be. */
export const EXPECTED_ERROR = object({
  typical: says(NUMBER, "Half of all cases are within it"),
  p95: NUMBER,
  basis: choice("audit", "formula"),
});

export const LIGHT = choice("sunlit", "penumbra", "umbra");
