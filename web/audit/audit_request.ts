import type { ElementSetPlace } from "../../shared/projection/element_sets/read_element_sets.ts";
import { DAY_MS } from "../../shared/projection/time_range.ts";
import { AUDIT_AGES_DAYS } from "../../tle/audit/audit_pairs.ts";
import { place } from "../elements/elements_request.ts";
import { checkRange, instant, wholeNumber } from "../parameters.ts";
import { type Parameter, parseQuery } from "../query.ts";

const DEFAULT_LIMIT = 100;
const MOST_AUDITS = 1_000;

/** What percentiles are made of, and what is listed if nothing is said. */
export const PERCENTILES_MS = 180 * DAY_MS;

const auditedAge: Parameter<number> = (text) => {
  const found = AUDIT_AGES_DAYS.find((days) => String(days) === text);
  if (found === undefined) {
    throw new RangeError(`one of ${AUDIT_AGES_DAYS.join(", ")}`);
  }
  return found;
};

const PARAMETERS = {
  from: instant,
  to: instant,
  limit: wholeNumber(1, MOST_AUDITS),
  cursor: place,
  age_days: auditedAge,
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
  const query = parseQuery(url, PARAMETERS);
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
