import { knownObservers } from "../observers/known_observer.ts";
import { observerParameters } from "../observers/observer_parameters.ts";
import { OBSERVER } from "../observers/observer_schema.ts";
import type { Operation } from "../openapi/operation.ts";
import { list, nullable, object, says, TEXT } from "../openapi/schema.ts";
import { VIEW } from "../sensor/view_schema.ts";
import { SENSOR_PARAMETERS } from "../sensor/views_parameters.ts";
import { PASS } from "./pass_schema.ts";
import {
  PASSES_PARAMETERS,
  SATELLITES_PARAMETERS,
} from "./passes_parameters.ts";

const REST = {
  request: says(
    { type: "object" },
    "Each parameter as it was understood: given back, it asks for the same",
  ),
  observer: OBSERVER,
  warnings: list(TEXT),
  next: nullable(TEXT),
};

const COMMON = {
  group: "Passes",
  description:
    "Past ones by what is recorded, others by elements, each with what it rests on. With sensor it is when a scanner saw the place, and what belongs to elevations is left out.",
  answers: {
    "application/json": {
      oneOf: [
        object({ ...REST, passes: list(PASS) }),
        object({ ...REST, views: list(VIEW) }),
      ],
    },
    "text/csv": TEXT,
    "text/calendar": TEXT,
  },
  problems: [400, 404, 422, 503],
} as const;

const PARAMETERS = {
  ...observerParameters(knownObservers([])),
  ...PASSES_PARAMETERS,
  ...SENSOR_PARAMETERS,
};

export const SATELLITE_PASSES_OPERATION: Operation = {
  ...COMMON,
  path: "/api/v1/satellites/{norad_id}/passes",
  summary: "When a satellite is above a horizon",
  parameters: PARAMETERS,
  examples: [
    {
      summary: "The next three of TERRA over Moscow",
      address: "/api/v1/satellites/25994/passes?observer=Moscow&next=3",
    },
    {
      summary: "A calendar of what comes, to subscribe to",
      address: "/api/v1/satellites/25994/passes?observer=Moscow&format=ics",
    },
    {
      summary: "When its MODIS saw the place",
      address: "/api/v1/satellites/25994/passes?observer=Moscow&sensor=modis",
    },
  ],
};

export const PASSES_OPERATION: Operation = {
  ...COMMON,
  path: "/api/v1/passes",
  summary: "When some satellites are above a horizon",
  parameters: { ...SATELLITES_PARAMETERS, ...PARAMETERS },
  required: ["satellites"],
  examples: [
    {
      summary: "Over Moscow, in the last 24 hours",
      address: "/api/v1/passes?satellites=25994&observer=Moscow",
    },
    {
      summary: "The next five over a place, as CSV",
      address:
        "/api/v1/passes?satellites=25994&lat=55.75&lon=37.62&next=5&format=csv",
    },
  ],
};
