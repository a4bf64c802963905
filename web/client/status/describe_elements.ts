import { describeBasis, describeExpectedError } from "../expected_error.ts";
import type { SatelliteInfo } from "../feed/contract.ts";
import { formatAge } from "../format.ts";
import { joinNames } from "../join_names.ts";
import { oldElementsMs } from "../satellites/old_elements.ts";
import type { Action } from "./find_actions.ts";
import type { Cell, Row } from "./status_row.ts";
import { texts } from "./status_texts.ts";

const words = texts.elements;

/** How far off a satellite is to be expected now. */
export interface ExpectedError {
  typical_s: number;
  p95_s: number;
  basis: "audit" | "formula";
}

/** By satellite; null where nobody knows. */
export type ExpectedErrors = ReadonlyMap<number, ExpectedError | null>;

/** How old the elements of each satellite are, and what that means. */
export function describeElements(
  satellites: readonly SatelliteInfo[],
  expected: ExpectedErrors,
  nowMs: number,
): Row[] {
  return satellites.map((satellite) => [
    { text: satellite.name },
    age(satellite, nowMs),
    ...errors(expected.get(satellite.norad_id) ?? null),
    { text: satellite.element_set?.source ?? texts.unknown },
  ]);
}

/** What to do where elements are old; once for all of them. */
export function findOldElements(
  satellites: readonly SatelliteInfo[],
  expected: ExpectedErrors,
  nowMs: number,
): Action[] {
  const old = satellites.filter((one) => ageMs(one, nowMs) > oldElementsMs);
  if (old.length === 0) return [];
  const { message, off, remedy } = texts.oldElements;
  const oldest = Math.max(...old.map((one) => ageMs(one, nowMs)));
  const worst = old.map(({ norad_id }) => expected.get(norad_id) ?? null)
    .reduce((a, b) => (b?.p95_s ?? 0) > (a?.p95_s ?? 0) ? b : a, null);
  const names = old.map(({ name }) => name);
  const says = message(joinNames(names), formatAge(oldest));
  return [{
    tone: "attention",
    message: worst === null ? says : says + off(told(worst)),
    remedy,
  }];
}

/** Nothing is older than what is not known. */
function ageMs({ element_set }: SatelliteInfo, nowMs: number): number {
  return element_set?.epoch ? nowMs - Date.parse(element_set.epoch) : -Infinity;
}

function age(satellite: SatelliteInfo, nowMs: number): Cell {
  const ms = ageMs(satellite, nowMs);
  if (ms === -Infinity) return { text: texts.unknown };
  const atMs = nowMs - ms;
  if (ms < 0) return { text: words.ahead(formatAge(ms)), atMs };
  const text = formatAge(ms);
  return ms > oldElementsMs
    ? { text, atMs, tone: "attention" }
    : { text, atMs };
}

function errors(expected: ExpectedError | null): Cell[] {
  if (expected === null) return [{ text: texts.none }, { text: texts.none }];
  return [{ text: told(expected) }, { text: describeBasis(expected.basis) }];
}

const told = ({ typical_s, p95_s }: ExpectedError) =>
  describeExpectedError(typical_s, p95_s).join(", ");
