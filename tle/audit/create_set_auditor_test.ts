import assert from "node:assert/strict";
import type { ElementSet } from "../element_set.ts";
import { createOrbit } from "../orbit.ts";
import { parseTle } from "../formats/parse_tle.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";
import { compareStates } from "./compare_states.ts";
import { createSetAuditor } from "./create_set_auditor.ts";

const DAY_US = 86_400e6;
const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2);

const setAt = (days: number, change: Partial<ElementSet> = {}): ElementSet => ({
  ...terra,
  epochUs: terra.epochUs + days * DAY_US,
  ...change,
});
const auditLast = (...sets: ElementSet[]) =>
  createSetAuditor(sets)(sets.length - 1);

Deno.test("createSetAuditor() compares each earlier set with what a set says at its own epoch", () => {
  const sets = [setAt(-3), setAt(-1.1), setAt(0)];
  const audits = auditLast(...sets);
  assert.deepEqual(
    audits.map(({ nominalAgeDays, ageDays, predictedBy }) => [
      nominalAgeDays,
      ageDays,
      predictedBy,
    ]),
    [[1, 1.1, sets[1]], [3, 3, sets[0]]],
  );
  const at = (set: ElementSet) => createOrbit(set).temeAt(terra.epochUs / 1000);
  const expected = compareStates(at(terra), at(sets[1]!).positionKm);
  for (const what of ["radialKm", "alongTrackKm", "laterS"] as const) {
    assert.equal(audits[0]![what], expected[what]);
  }
});

Deno.test("createSetAuditor() suspects a manoeuvre from three days before the earlier set on", () => {
  const inclinationDeg = terra.inclinationDeg + 1;
  const suspected = (burnDay: number) => {
    const days = [-8, -7, -5, -4, -3, -1, 0];
    const sets = days.map((day) =>
      day < burnDay ? setAt(day) : setAt(day, { inclinationDeg })
    );
    return auditLast(...sets).filter((audit) => audit.isManoeuvreSuspected)
      .map(({ nominalAgeDays }) => nominalAgeDays);
  };
  assert.deepEqual(suspected(-99), []);
  // Shown by the set of 7 days before: unsettled until 4 days before.
  assert.deepEqual(suspected(-7), [5, 7]);
  assert.deepEqual(suspected(-4), [1, 3, 5, 7]);
  assert.deepEqual(suspected(0), [1, 3, 5, 7]);
});

Deno.test("createSetAuditor() leaves out what gives no position", () => {
  const down = { meanMotion: 16.6, bstar: 0.5, meanMotionDot: 0.1 };
  assert.deepEqual(auditLast(setAt(-1, down), setAt(0)), []);
  const inside = { meanMotion: 18 };
  assert.deepEqual(auditLast(setAt(-1), setAt(0, inside)), []);
});
