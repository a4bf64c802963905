import assert from "node:assert/strict";
import { parseTle } from "../formats/parse_tle.ts";
import { createSite, lookAngles } from "../look_angles.ts";
import { sunLight } from "../sun/sun_light.ts";
import { sunLook } from "../sun/sun_look.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../testdata/terra_tle.ts";
import { createElementMotion } from "./element_motion.ts";
import { findPasses } from "./find_passes.ts";
import { visibleAbove } from "./visible_above.ts";
import { visibleInterval } from "./visible_interval.ts";

const DAY_MS = 86_400_000;
const stepMs = 1_000;
const munich = createSite({
  latitudeDeg: 48.137,
  longitudeDeg: 11.575,
  altitudeM: 520,
});
const fromMs = Date.UTC(2026, 7, 15);
const toMs = fromMs + 20 * DAY_MS;
const motion = createElementMotion(parseTle(TERRA_LINE_1, TERRA_LINE_2), {
  fromMs: fromMs - DAY_MS,
  toMs: toMs + DAY_MS,
});
const passes = [
  ...findPasses([motion], munich, { fromMs, toMs, horizonDeg: 0 }),
].filter((pass) => pass !== null);

/** Visible that high, by the words of the definition. */
function isVisible(timeMs: number, elevationDeg: number): boolean {
  const state = motion.stateAt(timeMs);
  return lookAngles(munich, state).elevationDeg >= elevationDeg &&
    sunLook(munich, timeMs).elevationDeg < -6 &&
    sunLight(state.positionKm, timeMs) !== "umbra";
}

Deno.test("visibleAbove() is what small steps find, no lower than asked: not where it is lit at its edge alone", () => {
  const elevationDeg = 10;
  let [found, atEdgeAlone] = [0, 0];
  for (const pass of passes) {
    const visible = visibleAbove(pass, munich, elevationDeg);
    for (let t = pass.aosMs; t <= pass.losMs; t += stepMs) {
      const isWithin = visible !== null && t >= visible.fromMs &&
        t <= visible.toMs;
      assert.equal(isVisible(t, elevationDeg), isWithin);
    }
    if (visible !== null) {
      found++;
      assert.ok(isVisible(visible.fromMs, elevationDeg));
      assert.ok(!isVisible(visible.fromMs - 1, elevationDeg));
      assert.ok(isVisible(visible.toMs, elevationDeg));
      assert.ok(!isVisible(visible.toMs + 1, elevationDeg));
    } else if (visibleInterval([motion], munich, pass)) atEdgeAlone++;
  }
  assert.ok(found > 5 && atEdgeAlone > 5, `${found}, ${atEdgeAlone}`);
});

Deno.test("visibleAbove() the horizon is visibleInterval()", () => {
  for (const pass of passes) {
    assert.deepEqual(
      visibleAbove(pass, munich, 0),
      visibleInterval([motion], munich, pass),
    );
  }
});
