import { described } from "../openapi/operation.ts";
import { decimal, oneOf } from "../parameters.ts";
import { WINDOW_PARAMETERS } from "../passes/pass_window.ts";
import { PASSES_PARAMETERS } from "../passes/passes_parameters.ts";
import { parameter } from "../query.ts";
import { type SensorName, SENSORS } from "./sensors.ts";

const within = decimal(0, 90);

const scanHalfAngle = parameter({
  type: "number",
  exclusiveMinimum: 0,
  exclusiveMaximum: 90,
}, (text) => {
  const deg = within(text);
  if (deg === 0 || deg === 90) {
    throw new RangeError("a number between 0 and 90, without these two");
  }
  return deg;
});

/** What makes a request of passes one of a sensor's views. */
export const SENSOR_PARAMETERS = {
  sensor: described(
    oneOf(...Object.keys(SENSORS) as SensorName[]),
    "Not passes, but the moments at which this scanner saw the place",
  ),
  scan_half_angle_deg: described(
    scanHalfAngle,
    "The same for a scanner that has no name here: how far it scans to either side",
  ),
};

const OWN_PARAMETERS = {
  ...SENSOR_PARAMETERS,
  ...WINDOW_PARAMETERS,
  elements: PASSES_PARAMETERS.elements,
  format: oneOf("json", "csv"),
};

const leftOut = (): undefined => {
  throw new RangeError(
    "left out, as a sensor's views are told by scan angle, not by elevation",
  );
};

/**
 * All but those that say where the site is; of what belongs to passes alone it
 * is said that it must be left out.
 */
export const VIEWS_PARAMETERS = {
  ...Object.fromEntries(
    Object.keys(PASSES_PARAMETERS).map((name) => [name, leftOut]),
  ) as Record<
    Exclude<keyof typeof PASSES_PARAMETERS, keyof typeof OWN_PARAMETERS>,
    typeof leftOut
  >,
  ...OWN_PARAMETERS,
};
