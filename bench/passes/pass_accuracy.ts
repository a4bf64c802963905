import type { ElementSet } from "../../tle/element_set.ts";
import { parseTle } from "../../tle/formats/parse_tle.ts";
import { createSite } from "../../tle/look_angles.ts";
import { createOrbit } from "../../tle/orbit.ts";
import { createElementMotion } from "../../tle/passes/element_motion.ts";
import { findPasses } from "../../tle/passes/find_passes.ts";
import type { Motion } from "../../tle/passes/motion.ts";
import { createSampleMotion } from "../../tle/passes/sample_motion.ts";
import { sampleOrbit } from "../../tle/testdata/sample_orbit.ts";
import {
  DAY_MS,
  MINUTE_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";
import type { KnownPasses } from "./known_passes.ts";
import {
  PassDifferences,
  printDifferences,
  type ToldPass,
} from "./pass_differences.ts";
import { referencePasses } from "./reference_passes.ts";
import { toldOfFound } from "./told_pass.ts";

/** What is known begins and ends so far beyond a search. */
const MARGIN_MS = DAY_MS;

/** Prints how far passes are from those that are known from elsewhere. */
export function printPassAccuracy(): void {
  const rows: { [label: string]: PassDifferences } = {};
  for (const [source, cases] of Object.entries(referencePasses())) {
    for (const [kind, move] of Object.entries(MOTIONS)) {
      const differences = new PassDifferences();
      for (const one of cases) differences.add(find(one, move), one.passes);
      rows[`${source}, ${kind}`] = differences;
    }
  }
  printDifferences(
    "Passes beside references, the largest differences",
    rows,
    "0.05 s at rise and set, 0.1 s at culmination, 0.01 degrees of elevation",
  );
}

type Move = (set: ElementSet, range: TimeRangeMs) => Motion;

const MOTIONS: { readonly [kind: string]: Move } = {
  "from elements": createElementMotion,
  "from samples a minute": (set, { fromMs, toMs }) =>
    createSampleMotion(sampleOrbit(createOrbit(set), fromMs, {
      stepMs: MINUTE_MS,
      count: Math.ceil((toMs - fromMs) / MINUTE_MS),
      isRounded: true,
    })),
};

function find(one: KnownPasses, move: Move): ToldPass[] {
  const { tle, observer, thresholdDeg, range, by } = one;
  const motion = move(parseTle(...tle), {
    fromMs: range.fromMs - MARGIN_MS,
    toMs: range.toMs + MARGIN_MS,
  });
  const site = createSite(observer);
  const search = { ...range, horizonDeg: thresholdDeg };
  return [...findPasses([motion], site, search)]
    .filter((pass) => pass !== null)
    .filter(({ tcaMs }) =>
      by === "overlap" || (tcaMs >= range.fromMs && tcaMs <= range.toMs)
    )
    .map((pass) => toldOfFound(site, pass));
}
