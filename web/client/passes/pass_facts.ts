/// <reference lib="dom" />
import { describeBasis } from "../expected_error.ts";
import { formatDateTime, formatDuration } from "../format.ts";
import { formatLocal, formatLocalSpan } from "../format_local.ts";
import { makeElement } from "../make_element.ts";
import type { Pass, SetInUse } from "./contract.ts";
import {
  describeAge,
  describeData,
  describeDirection,
  describeError,
  describeLatest,
  describeLight,
  describeSource,
  describeSun,
  describeVisible,
} from "./describe_pass.ts";
import { elementsPath } from "./passes_query.ts";
import { texts } from "./passes_texts.ts";

const words = texts.facts;

/** Returns what is known of a pass beside its moments, for a list of facts. */
export function makeFacts(pass: Pass): HTMLElement[] {
  const { element_set, orbit_number } = pass;
  const sets = pass.element_sets ?? (element_set ? [element_set] : []);
  const source = [describeSource(pass), describeData(pass)];
  const latest = describeLatest(pass);
  return [
    makeFact(words.duration, formatDuration(pass.duration_s * 1_000)),
    makeFact(
      words.rests,
      source.filter((part) => part !== "").join(": "),
      ...sets.map((set) => linkTo(pass, set)),
    ),
    makeFact(words.error, explainError(pass)),
    makeFact(
      words.light,
      pass.visible_from && pass.visible_to
        ? makeElement(
          "span",
          {
            title: formatLocalSpan(
              Date.parse(pass.visible_from),
              Date.parse(pass.visible_to),
            ),
          },
          describeVisible(pass),
        )
        : describeLight(pass),
      describeSun(pass),
    ),
    makeFact(
      words.direction,
      describeDirection(pass),
      ...orbit_number === null ? [] : [words.orbit(orbit_number)],
    ),
    ...latest.length === 0 ? [] : [makeFact(words.latest, latest.join(", "))],
  ];
}

function makeFact(name: string, ...facts: (Node | string)[]): HTMLElement {
  return makeElement(
    "div",
    {},
    makeElement("dt", {}, name),
    ...facts.map((fact) => makeElement("dd", {}, fact)),
  );
}

function linkTo(pass: Pass, set: SetInUse): HTMLElement {
  return makeElement(
    "a",
    {
      href: elementsPath(pass, set),
      title: texts.epoch(
        formatDateTime(Date.parse(set.epoch)),
        formatLocal(Date.parse(set.epoch)),
      ),
    },
    `${describeAge(set)}, set ${set.id}`,
  );
}

function explainError(pass: Pass): string {
  const basis = pass.expected_timing_error_s?.basis;
  return basis
    ? [...describeError(pass), describeBasis(basis)].join(", ")
    : words.unknown;
}
