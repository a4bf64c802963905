import { formatAlpha5, MAX_ALPHA_5 } from "./alpha5.ts";
import type { ElementSet } from "../element_set.ts";
import { tleEccentricity, tleEpochSteps } from "./tle_digits.ts";
import { tleChecksum } from "./tle_line.ts";

const EPOCH_STEPS_PER_DAY = 1e8;
const DAY_MS = 86_400_000;

/**
 * Writes an element set as the two lines of a TLE, or three where it has a
 * name, each ended by "\n". Read again it has the same `elementSetId`.
 *
 * As CelesTrak writes them: zeros before a catalogue number, blanks before an
 * angle, a "+" nowhere but in exponents of zero or more. An OMM's further
 * digits are rounded, those of the eccentricity cut off. Element set and
 * revolution numbers begin again at zero after their four and five digits.
 *
 * @throws {RangeError} If the format cannot hold a number: catalogue numbers
 * above 339999 have no TLE, nor have epochs before 1957 or after 2056.
 */
export function formatTle(set: ElementSet): string {
  const number = catalogueNumber(set);
  const line1 = [
    `1 ${number}${set.classification} ${designator(set)}`,
    epoch(set),
    meanMotionDot(set),
    exponential(set, "second derivative of mean motion", set.meanMotionDdot),
    exponential(set, "drag term", set.bstar),
    set.ephemerisType,
    String(set.elementSetNumber % 10_000).padStart(4),
  ].join(" ");
  const line2 = [
    `2 ${number}`,
    angle(set.inclinationDeg),
    angle(set.rightAscensionDeg),
    eccentricity(set),
    angle(set.argumentOfPericenterDeg),
    angle(set.meanAnomalyDeg),
    meanMotion(set) + String(set.revolutionAtEpoch % 100_000).padStart(5),
  ].join(" ");
  return `${nameLine(set.name ?? "")}${line1}${tleChecksum(line1)}\n` +
    `${line2}${tleChecksum(line2)}\n`;
}

/** A zero before a name that would else be read as an element line. */
function nameLine(name: string): string {
  const text = name.replace(/[\r\n]+/g, " ").trim();
  if (text === "") return "";
  return `${/^[012] /.test(text) ? "0 " : ""}${text}\n`;
}

function catalogueNumber(set: ElementSet): string {
  if (set.noradId > MAX_ALPHA_5) {
    throw cannotHold(set, `catalogue number must be at most ${MAX_ALPHA_5}`);
  }
  return formatAlpha5(set.noradId);
}

function designator(set: ElementSet): string {
  if (set.internationalDesignator === null) return " ".repeat(8);
  const parts = /^(\d{4})-(\d{3}[A-Z]{1,3})$/.exec(set.internationalDesignator);
  if (parts === null || !hasTwoDigits(Number(parts[1]))) {
    throw cannotHold(
      set,
      "international designator must be of 1957 to 2056, as in 1999-068A",
      JSON.stringify(set.internationalDesignator),
    );
  }
  return `${parts[1]!.slice(2)}${parts[2]}`.padEnd(8);
}

/** In whole steps of the last decimal, so that none is lost to a double. */
function epoch(set: ElementSet): string {
  const steps = tleEpochSteps(set.epochUs);
  const days = Math.floor(steps / EPOCH_STEPS_PER_DAY);
  const year = new Date(days * DAY_MS).getUTCFullYear();
  if (!hasTwoDigits(year)) {
    throw cannotHold(set, "epoch must be of 1957 to 2056", year);
  }
  const day = days - Date.UTC(year, 0, 1) / DAY_MS + 1;
  const fraction = steps - days * EPOCH_STEPS_PER_DAY;
  return String(year).slice(2) + String(day).padStart(3, "0") + "." +
    String(fraction).padStart(8, "0");
}

function hasTwoDigits(year: number): boolean {
  return year >= 1957 && year <= 2056;
}

function meanMotionDot(set: ElementSet): string {
  const digits = Math.abs(set.meanMotionDot).toFixed(8);
  if (!digits.startsWith("0.")) {
    throw cannotHold(
      set,
      "first derivative of mean motion must be between -1 and 1",
      set.meanMotionDot,
    );
  }
  return sign(Number(set.meanMotionDot.toFixed(8))) + digits.slice(1);
}

/** Point and E are left out: "-11606-4" stands for -0.11606e-4. */
function exponential(set: ElementSet, name: string, value: number): string {
  const [digits = "", power = ""] = Math.abs(value).toExponential(4).split("e");
  const mantissa = digits.replace(".", "");
  const exponent = value === 0 ? 0 : Number(power) + 1;
  // The smallest have zeros before their digits instead of a lower exponent.
  const shift = Math.max(0, -9 - exponent);
  if (exponent > 9 || !mantissa.endsWith("0".repeat(shift))) {
    throw cannotHold(
      set,
      `${name} must be 0, or five digits with an exponent of -9 to 9`,
      value,
    );
  }
  return sign(value) + mantissa.slice(0, 5 - shift).padStart(5, "0") +
    (exponent < 0 ? "-" : "+") + Math.min(9, Math.abs(exponent));
}

function sign(value: number): string {
  return value < 0 ? "-" : " ";
}

function angle(deg: number): string {
  return deg.toFixed(4).padStart(8);
}

function eccentricity(set: ElementSet): string {
  const digits = String(tleEccentricity(set.eccentricity));
  if (digits.length > 7) {
    throw cannotHold(
      set,
      "eccentricity must be at most 0.9999999",
      set.eccentricity,
    );
  }
  return digits.padStart(7, "0");
}

function meanMotion(set: ElementSet): string {
  const digits = set.meanMotion.toFixed(8);
  if (Number(digits) >= 100 || Number(digits) === 0) {
    throw cannotHold(
      set,
      "mean motion must be 0.00000001 to 99.99999999 revolutions a day",
      set.meanMotion,
    );
  }
  return digits.padStart(11);
}

function cannotHold(
  set: ElementSet,
  must: string,
  current: string | number = set.noradId,
): RangeError {
  return new RangeError(
    `Cannot write ${set.noradId} as TLE as its ${must}: current value is ${current}`,
  );
}
