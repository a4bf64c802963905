import { decimal, oneOf } from "../parameters.ts";
import { WINDOW_PARAMETERS } from "../passes/pass_window.ts";
import { PASSES_PARAMETERS } from "../passes/passes_parameters.ts";
import type { Parameter } from "../query.ts";
import { type SensorName, SENSORS } from "./sensors.ts";

const within = decimal(0, 90);

const scanHalfAngle: Parameter<number> = (text) => {
  const deg = within(text);
  if (deg === 0 || deg === 90) {
    throw new RangeError("a number between 0 and 90, without these two");
  }
  return deg;
};

const OWN_PARAMETERS = {
  sensor: oneOf(...Object.keys(SENSORS) as SensorName[]),
  scan_half_angle_deg: scanHalfAngle,
  ...WINDOW_PARAMETERS,
  elements: PASSES_PARAMETERS.elements,
  format: oneOf("json", "csv"),
};

const leftOut: Parameter<undefined> = () => {
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
