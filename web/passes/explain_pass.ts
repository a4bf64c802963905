import { formatDuration } from "../../shared/duration.ts";
import { printableCell } from "../../shared/printable.ts";
import type { MomentJson, PassJson } from "./pass_json.ts";
import type { ElementSetInUseJson } from "./set_in_use.ts";

/** A pass in a few words, such as `TERRA 67° max, S to N`. */
export function summarizePass(pass: PassJson): string {
  const { name, max_elevation_deg, aos, los } = pass;
  const way = `${aos.compass} to ${los.compass}`;
  return `${printableCell(name)} ${degrees(max_elevation_deg)} max, ${way}`;
}

/** A pass in some lines, for who goes out to see it. */
export function explainPass(pass: PassJson): string {
  const { aos, tca, los, cut, visible_from, visible_to } = pass;
  const visible = visible_from !== null && visible_to !== null;
  return [
    `${cut.start ? "Known from" : "Rises"} ${place(aos)}`,
    `Highest ${place(tca)}, ${degrees(tca.elevation_deg)} up, ${
      Math.round(tca.range_km)
    } km away`,
    `${cut.end ? "Known to" : "Sets"} ${place(los)}`,
    ...(visible
      ? [`Visible from ${clock(visible_from)} to ${clock(visible_to)}`]
      : []),
    describeSource(pass),
    ...describeError(pass),
  ].join("\n");
}

function describeSource({ source, data, element_set }: PassJson): string {
  const elements = element_set === null
    ? "elements"
    : `elements of ${describeEpoch(element_set)}`;
  if (source === "predicted") return `Predicted from ${elements}`;
  const samples = data === null
    ? ""
    : ` (${data.samples_present} of ${data.samples_expected} samples)`;
  return source === "recorded"
    ? `Recorded positions${samples}`
    : `Recorded positions${samples}; the rest from ${elements}`;
}

function describeEpoch({ epoch, age_hours }: ElementSetInUseJson): string {
  const age = formatDuration(Math.abs(age_hours) * 3_600_000);
  const side = age_hours < 0 ? "after" : "before";
  return `${epoch.slice(0, 16).replace("T", " ")} UTC, ${age} ${side} the pass`;
}

function describeError({ expected_timing_error_s: error }: PassJson): string[] {
  if (error === null) return [];
  const s = Math.ceil(error.p95 * 10) / 10;
  return [`Times are within ${s} s (95 %), unless the satellite manoeuvres`];
}

function place({ time, azimuth_deg, compass }: MomentJson): string {
  return `${clock(time)} at azimuth ${degrees(azimuth_deg)} (${compass})`;
}

function clock(time: string): string {
  return `${time.slice(11, 19)} UTC`;
}

function degrees(value: number): string {
  return `${Math.round(value)}°`;
}
