import { formatSeconds } from "../audit/format_seconds.ts";
import { describeExpectedError } from "../expected_error.ts";
import { formatAge, formatCount } from "../format.ts";
import { compassPoint } from "./compass_point.ts";
import type { Pass, PassMoment, SetInUse } from "./contract.ts";
import type { PassesChoice } from "./passes_choice.ts";

const hourMs = 3_600_000;
/** Times are whole milliseconds. */
const leastS = 0.001;
/** A millisecond from the horizon it is higher than 0, but not than this. */
const mostAtHorizonDeg = 0.1;

/** `137° SE` */
export function describeAzimuth(
  { azimuth_deg, compass }: Pick<PassMoment, "azimuth_deg" | "compass">,
): string {
  return `${Math.round(azimuth_deg) % 360}° ${compass}`;
}

/** The same of a direction that is reckoned here. */
export function describeAzimuthOf(azimuthDeg: number): string {
  const compass = compassPoint(azimuthDeg);
  return describeAzimuth({ azimuth_deg: azimuthDeg, compass });
}

/**
 * What begins and ends a pass: the horizon, what is known of the satellite, or
 * the range that is listed, of what is up for longer than a revolution.
 */
export type PassEnd = "horizon" | "data" | "range";

/** Returns what a pass begins or ends with. */
export function passEnd({ aos, los, cut }: Pass, end: "aos" | "los"): PassEnd {
  if (end === "aos" ? cut.start : cut.end) return "data";
  const { elevation_deg } = end === "aos" ? aos : los;
  return elevation_deg > mostAtHorizonDeg ? "range" : "horizon";
}

/** `63°`, or with a decimal where it is low. */
export function formatElevation(degrees: number): string {
  const text = degrees.toFixed(Math.abs(degrees) < 9.95 ? 1 : 0);
  return `${text === "-0.0" ? "0.0" : text}°`;
}

/** Where it goes; a dash where the pole makes it undefined. */
export function describeDirection({ direction }: Pass): string {
  if (direction === null) return "–";
  return direction === "ascending" ? "↑ north" : "↓ south";
}

/** Whether it can be seen by eye, and if not, whether the Sun shines on it. */
export function describeLight(pass: Pass): string {
  if (pass.visible_from !== null) return "visible";
  const lit = [pass.aos, pass.tca, pass.los].filter(({ sunlit }) => sunlit);
  if (lit.length === 3 && pass.shadow.length === 0) return "sunlit";
  return lit.length === 0 && pass.shadow.length === 0
    ? "in shadow"
    : "partly sunlit";
}

/** Whether it was recorded, and how completely. */
export function describeSource({ source, data, in_progress }: Pass): string {
  if (source === "predicted") return "predicted";
  const recorded = source === "recorded"
    ? "recorded"
    : in_progress
    ? "recorded so far"
    : "partly recorded";
  if (data === null || data.completeness >= 1) return recorded;
  // Never 100 % of what has a hole.
  return `${recorded}, ${Math.floor(data.completeness * 100)} %`;
}

/** Samples that are there of those that should be; "" where none should. */
export function describeData({ data }: Pass): string {
  if (data === null) return "";
  const { samples_present, samples_expected } = data;
  return `${formatCount(samples_present)} of ${
    formatCount(samples_expected)
  } samples`;
}

/** How old the elements are at the highest point. */
export function describeAge({ age_hours }: SetInUse): string {
  const age = formatAge(age_hours * hourMs);
  return age_hours < 0 ? `elements ${age} newer` : `elements ${age} old`;
}

/**
 * How far off in time it may be: what half of all cases stay within, and what
 * nearly all do; empty where that is not known.
 */
export function describeError({ expected_timing_error_s }: Pass): string[] {
  if (expected_timing_error_s === null) return [];
  const { typical, p95 } = expected_timing_error_s;
  return describeExpectedError(typical, p95);
}

/**
 * How far off the newest elements would put it, in time and height, as far as
 * it shows; empty where that is not known.
 */
export function describeLatest({ latest }: Pass): string[] {
  if (!latest) return [];
  const { tca_s, max_elevation_deg } = latest;
  const seconds = Math.abs(tca_s);
  const degrees = Math.abs(max_elevation_deg).toFixed(2);
  return [
    seconds < leastS
      ? "no difference"
      : `${formatSeconds(seconds)} ${tca_s < 0 ? "earlier" : "later"}`,
    ...degrees === "0.00"
      ? []
      : [`${degrees}° ${max_elevation_deg < 0 ? "lower" : "higher"}`],
  ];
}

/** Where the Sun stands at the highest point. */
export function describeSun({ observer_sun }: Pass): string {
  const { elevation_deg } = observer_sun;
  const degrees = `${Math.abs(elevation_deg).toFixed(0)}°`;
  if (elevation_deg >= 0) return `Sun ${degrees} high`;
  const night = elevation_deg < -6 ? "dark" : "twilight";
  return `Sun ${degrees} below the horizon, ${night}`;
}

/** When it can be seen by eye; "" where it cannot. */
export function describeVisible({ visible_from, visible_to }: Pass): string {
  if (visible_from === null || visible_to === null) return "";
  return `to be seen by eye ${visible_from.slice(11, 19)} – ${
    visible_to.slice(11, 19)
  } UTC`;
}

/** Says what the sky plot shows, to those who cannot see it. */
export function describePlot(
  pass: Pass,
  placeName: string,
  plot: PassesChoice["plot"],
): string {
  const { name, aos, tca, los } = pass;
  const at = ({ time }: PassMoment) => time.slice(11, 19);
  const east = plot === "map" ? "right" : "left";
  return `Sky plot of ${name} over ${placeName}, ${
    aos.time.slice(0, 10)
  }, north up and east on the ${east}: from ${describeAzimuth(aos)} at ${
    at(aos)
  } by ${formatElevation(tca.elevation_deg)} above ${describeAzimuth(tca)} at ${
    at(tca)
  } to ${describeAzimuth(los)} at ${at(los)} UTC; ${describeLight(pass)}, ${
    describeSource(pass)
  }; ${describeSun(pass)}.`;
}
