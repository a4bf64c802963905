import { describeBasis, describeExpectedError } from "../expected_error.ts";
import {
  formatAge,
  formatCoordinates,
  formatDateTime,
  formatReading,
} from "../format.ts";
import { texts } from "./columns_texts.ts";
import { elementsLink } from "./elements_link.ts";
import type { Evidence } from "./read_evidence.ts";

const words = texts.origin;

/** One thing that is known of a recorded position. */
export interface OriginFact {
  label: string;
  parts: string[];
  /** Where the first part is explained, if anywhere. */
  href?: string;
}

/** Returns what a recorded position rests on, in words. */
export function describeOrigin(evidence: Evidence): OriginFact[] {
  const { position, origin, log_position, expected_timing_error_s } = evidence;
  const { topic, partition, offset, sample } = log_position;
  return [
    {
      label: words.position,
      parts: [words.positionOf(
        formatCoordinates({
          latitudeDeg: position.latitude_deg,
          longitudeDeg: position.longitude_deg,
        }),
        formatReading(position.altitude_km),
      )],
    },
    { label: words.recorded, parts: [words.origins[origin]] },
    {
      label: words.logPosition,
      parts: [
        words.logPositionOf(topic, partition, offset),
        words.sample(sample),
      ],
    },
    { label: words.elements, ...describeSet(evidence) },
    ...expected_timing_error_s
      ? [{
        label: words.error,
        parts: [
          describeExpectedError(
            expected_timing_error_s.typical,
            expected_timing_error_s.p95,
          ).join(", "),
          describeBasis(expected_timing_error_s.basis),
        ],
      }]
      : [],
  ];
}

function describeSet(
  { norad_id, position, element_set: set }: Evidence,
): Omit<OriginFact, "label"> {
  if (set === null) return { parts: [words.noElements] };
  const { id, epoch, age_hours, source } = set;
  if (epoch === null || age_hours === null) {
    return { parts: [words.notArrived(id)] };
  }
  const age = formatAge(age_hours * 3_600_000);
  return {
    parts: [
      words.set(id),
      words.epoch(formatDateTime(Date.parse(epoch))),
      age_hours < 0 ? words.ageBefore(age) : words.ageAfter(age),
      ...source === null ? [] : [words.source(source)],
    ],
    href: elementsLink(norad_id, Date.parse(position.time)),
  };
}
