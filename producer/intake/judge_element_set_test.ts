import assert from "node:assert/strict";
import { parseTle, parseTleFile } from "../../tle/formats/parse_tle.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import {
  readSharedData,
  sharedDataTest,
} from "../../tle/testdata/shared_data.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../../tle/testdata/terra_tle.ts";
import { predictedSet } from "../testdata/predicted_set.ts";
import { judgeElementSet, type Verdict } from "./judge_element_set.ts";

const inUse = parseTle(TERRA_LINE_1, TERRA_LINE_2, "TERRA");
const nowMs = inUse.epochUs / 1000 + 5 * 86_400_000;

/** What the set in use comes to be a day later, with what differs. */
const aDayLater = (different: Partial<ElementSet> = {}) => ({
  ...predictedSet(inUse, 1),
  ...different,
});

const judge = (candidate: ElementSet, suspect: ElementSet | null = null) =>
  judgeElementSet({ inUse, suspect }, candidate, nowMs);

function assertRefused(verdict: Verdict, reason: RegExp): void {
  assert.ok(verdict.kind === "refused", verdict.kind);
  assert.match(verdict.reason, reason);
}

/** After a burn that puts it a minute ahead within a day. */
const burnt = (days: number) => {
  const set = predictedSet(inUse, days);
  const aheadDeg = days * 60 / 5913 * 360;
  return {
    ...set,
    meanMotion: set.meanMotion * (1 + 60 / 86_400),
    meanAnomalyDeg: (set.meanAnomalyDeg + aheadDeg) % 360,
  };
};

Deno.test("judgeElementSet() takes a newer set that is where it was predicted", () => {
  assert.deepEqual(judge(aDayLater()), { kind: "newer" });
});

Deno.test("judgeElementSet() knows the set in use, also issued again", () => {
  assert.equal(judge(inUse).kind, "same");
  const again = { ...inUse, elementSetNumber: 7, name: "TERRA (EOS AM-1)" };
  assert.equal(judge(again).kind, "same");
});

Deno.test("judgeElementSet() takes no set that is not newer", () => {
  const older = { ...inUse, epochUs: inUse.epochUs - 1_000_000 };
  assert.equal(judge(older).kind, "older");
  assert.equal(judge({ ...inUse, meanAnomalyDeg: 0 }).kind, "older");
});

Deno.test("judgeElementSet() refuses a set of another designator, unless one has none", () => {
  const other = aDayLater({ internationalDesignator: "2002-022A" });
  assertRefused(judge(other), /designator must be 1999-068A: .* 2002-022A/);
  const none = aDayLater({ internationalDesignator: null });
  assert.equal(judge(none).kind, "newer");
});

Deno.test("judgeElementSet() refuses a set of another inclination or plane", () => {
  const inclinationDeg = inUse.inclinationDeg + 1.2;
  assertRefused(judge(aDayLater({ inclinationDeg })), /its inclination must/);
  const { rightAscensionDeg } = aDayLater();
  const turned = (byDeg: number) =>
    aDayLater({ rightAscensionDeg: (rightAscensionDeg + byDeg + 360) % 360 });
  assertRefused(judge(turned(3)), /its plane must be within 2\.\d degrees/);
  assertRefused(judge(turned(-3)), /its plane must be within 2\.\d degrees/);
});

Deno.test("judgeElementSet() refuses a set whose epoch is far ahead, or that has decayed", () => {
  const ahead = predictedSet(inUse, 8.1);
  assertRefused(judge(ahead), /not be more than 3 days ahead: .*2026-08-29/);
  assert.equal(judge(predictedSet(inUse, 7.9)).kind, "newer");
  const decayed = aDayLater({ meanMotion: 17.1 });
  assertRefused(judge(decayed), /must give a position: Cannot propagate TERRA/);
  // It comes down within the four days from its epoch to now.
  const sinking = aDayLater({ meanMotion: 16.2, bstar: 0.01 });
  assertRefused(judge(sinking), /must give a position: .* has decayed/);
});

Deno.test("judgeElementSet() suspects a set that is merely far from the prediction", () => {
  const verdict = judge(burnt(1));
  assert.ok(verdict.kind === "suspect");
  assert.match(verdict.reason, /^it comes by 6\d s earlier than predicted/);
});

Deno.test("judgeElementSet() takes the next set if it bears out the suspect", () => {
  assert.equal(judge(burnt(1.5), burnt(1)).kind, "confirmed");
});

Deno.test("judgeElementSet() takes the next set if it clears up that the suspect was wrong", () => {
  assert.equal(judge(predictedSet(inUse, 1.5), burnt(1)).kind, "newer");
});

Deno.test("judgeElementSet() confirms a suspect by no set that is older or the same", () => {
  assert.equal(judge(burnt(1), burnt(1)).kind, "same");
  assert.equal(judge(burnt(0.9), burnt(1)).kind, "older");
  assert.equal(judge(aDayLater(), burnt(1.5)).kind, "newer");
});

Deno.test("judgeElementSet() suspects the next one instead if it bears out neither", () => {
  const elsewhere = predictedSet(inUse, 1.5);
  const wrong = {
    ...elsewhere,
    meanAnomalyDeg: (elsewhere.meanAnomalyDeg + 350) % 360,
  };
  assert.equal(judge(wrong, burnt(1)).kind, "suspect");
});

Deno.test("judgeElementSet() lets a set accuse nobody that is a month older", () => {
  const later = predictedSet(inUse, 40);
  const anomaly = { meanAnomalyDeg: (later.meanAnomalyDeg + 90) % 360 };
  const verdict = judgeElementSet(
    { inUse, suspect: null },
    { ...later, ...anomaly },
    nowMs + 40 * 86_400_000,
  );
  assert.equal(verdict.kind, "newer");
});

/** Has a satellite's history come in set by set, each at its epoch. */
function takeUp(path: string): { time: string; kind: Verdict["kind"] }[] {
  const sets = parseTleFile(readSharedData(path)).elementSets;
  let held: { inUse: ElementSet; suspect: ElementSet | null } = {
    inUse: sets[0]!,
    suspect: null,
  };
  return sets.slice(1).map((set) => {
    const epochMs = set.epochUs / 1000;
    const { kind } = judgeElementSet(held, set, epochMs);
    if (kind === "newer" || kind === "confirmed") {
      held = { inUse: set, suspect: null };
    } else if (kind === "suspect") held = { ...held, suspect: set };
    return { time: new Date(epochMs).toISOString(), kind };
  });
}

sharedDataTest(
  "judgeElementSet() holds TERRA's two large burns of 2022, each till the next set",
  () => {
    const taken = takeUp("elements/TERRA_25994.tle.gz");
    const october = taken.filter(({ time }) => time.startsWith("2022-10"));
    const kinds = october
      .filter(({ kind }) => kind !== "newer" && kind !== "same")
      .map(({ time, kind }) => `${time.slice(0, 10)} ${kind}`);
    assert.deepEqual(kinds, [
      "2022-10-13 suspect",
      "2022-10-15 confirmed",
      "2022-10-20 suspect",
      "2022-10-22 confirmed",
    ]);
  },
);

for (
  const { name, most } of [
    { name: "TERRA_25994", most: 0.006 },
    { name: "AQUA_27424", most: 0.011 },
    { name: "AURA_28376", most: 0.012 },
    // It is lifted every few weeks.
    { name: "ISS_25544", most: 0.051 },
  ]
) {
  sharedDataTest(
    `judgeElementSet() refuses none of ${name}'s sets, and seldom suspects one`,
    () => {
      const taken = takeUp(`elements/${name}.tle.gz`);
      const count = (kind: Verdict["kind"]) =>
        taken.filter((each) => each.kind === kind).length;
      assert.equal(count("refused"), 0);
      assert.ok(count("suspect") <= most * taken.length);
      assert.ok(count("confirmed") > 0);
    },
  );
}
