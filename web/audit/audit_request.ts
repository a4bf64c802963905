import type { ElementSetPlace } from "../../shared/projection/element_sets/read_element_sets.ts";
import { DAY_MS } from "../../shared/projection/time_range.ts";
import { AUDIT_AGES_DAYS } from "../../tle/audit/audit_pairs.ts";
import { place } from "../elements/elements_request.ts";
import { described } from "../openapi/operation.ts";
import { checkRange, instant, wholeNumber } from "../parameters.ts";
import { parameter, parseQuery } from "../query.ts";

const DEFAULT_LIMIT = 100;
const MOST_AUDITS = 1_000;

/** What percentiles are made of, and what is listed if nothing is said. */
export const PERCENTILES_MS = 180 * DAY_MS;

const auditedAge = parameter(
  { type: "integer", enum: AUDIT_AGES_DAYS },
  (text) => {
    const found = AUDIT_AGES_DAYS.find((days) => String(days) === text);
    if (found === undefined) {
      throw new RangeError(`one of ${AUDIT_AGES_DAYS.join(", ")}`);
    }
    return found;
  },
);

export const AUDIT_PARAMETERS = {
  from: described(
    instant,
    "Start of the epochs of the sets that tell the truth; 180 days before the end, if left out",
  ),
  to: described(
    instant,
    "Their end, exclusive, and that of the percentiles; now, if left out",
  ),
  limit: described(
    wholeNumber(1, MOST_AUDITS),
    "Audits of a page at most",
    DEFAULT_LIMIT,
  ),
  cursor: described(place, "Where the page begins"),
  age_days: described(
    auditedAge,
    "Only predictions of this nominal age by element sets",
  ),
};

/** Which of a satellite's audits a client wants. */
export interface AuditRequest {
  readonly from: ElementSetPlace;
  /** Of epochs, exclusive; percentiles end there, too. */
  readonly toMs: number;
  readonly limit: number;
  /** Only predictions of that nominal age by element sets; else all. */
  readonly ageDays: number | undefined;
}

/**
 * Reads the request of `/api/v1/satellites/{norad_id}/audit`; by default the
 * 180 days up to now.
 *
 * @throws {Problem} 400, naming what is wrong.
 */
export function readAuditRequest(url: string, nowMs: number): AuditRequest {
  const query = parseQuery(url, AUDIT_PARAMETERS);
  const { to: toMs = nowMs, limit = DEFAULT_LIMIT, cursor } = query;
  const { from: fromMs = toMs - PERCENTILES_MS } = query;
  checkRange({ fromMs, toMs }, {});
  return {
    from: cursor ?? { epochUs: fromMs * 1000, id: "" },
    toMs,
    limit,
    ageDays: query.age_days,
  };
}
