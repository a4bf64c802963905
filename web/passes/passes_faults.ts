import type { Fault } from "../problem.ts";
import type { ReadQuery } from "../query.ts";
import { windowFaults } from "./pass_window.ts";
import type { PassesFormat } from "./passes_formats.ts";
import {
  MOST_SATELLITES,
  type PassesParameters,
  type SATELLITES_PARAMETERS,
} from "./passes_parameters.ts";

type Read = Pick<ReadQuery<PassesParameters>, "query" | "texts">;

/** What is wrong with parameters together, and for a format. */
export function passesFaults(read: Read, format: PassesFormat): Fault[] {
  return [
    ...windowFaults(read),
    ...elevationFaults(read),
    ...dependenceFaults(read),
    ...formatFaults(read, format),
  ];
}

export function satelliteFaults(
  { texts }: Pick<ReadQuery<typeof SATELLITES_PARAMETERS>, "texts">,
): Fault[] {
  if (texts.satellites !== undefined) return [];
  return [{
    parameter: "satellites",
    requirement:
      `catalogue numbers separated by commas, at most ${MOST_SATELLITES}`,
    value: null,
  }];
}

function elevationFaults({ query, texts }: Read): Fault[] {
  const { horizon_deg: horizon = 0, min_elevation_deg: least } = query;
  if (least === undefined || least >= horizon) return [];
  return [{
    parameter: "min_elevation_deg",
    requirement: `at least horizon_deg, ${horizon}`,
    value: texts.min_elevation_deg!,
  }];
}

/** What means something only with another parameter. */
function dependenceFaults({ texts }: Read): Fault[] {
  const fault = (
    parameter: keyof PassesParameters,
    isWrong: boolean,
    requirement: string,
  ): Fault[] => {
    const value = texts[parameter];
    return isWrong && value !== undefined
      ? [{ parameter, requirement, value }]
      : [];
  };
  const hasTrack = texts.include !== undefined;
  return [
    ...fault("step_s", !hasTrack, "given with include=track, whose step it is"),
    ...fault(
      "frequency_mhz",
      !hasTrack,
      "given with include=track, which has its Doppler shift",
    ),
    ...fault(
      "utc_offset",
      texts.time_of_day === undefined,
      "given with time_of_day, whose clock it sets",
    ),
  ];
}

function formatFaults(
  { query }: Read,
  format: PassesFormat,
): Fault[] {
  const faults: Fault[] = [];
  if (query.include !== undefined && format !== "json") {
    faults.push({
      parameter: "include",
      requirement: `left out, as ${format} has a row or an event a pass`,
      value: query.include,
    });
  }
  if (query.compare !== undefined && format === "ics") {
    faults.push({
      parameter: "compare",
      requirement: "left out, as a calendar does not say it",
      value: query.compare,
    });
  }
  return faults;
}
