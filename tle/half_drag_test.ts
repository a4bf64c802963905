import assert from "node:assert/strict";
import { timingErrorS } from "./element_age.ts";
import { parseTle } from "./formats/parse_tle.ts";
import { halfDrag } from "./half_drag.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "./testdata/terra_tle.ts";

const terra = parseTle(TERRA_LINE_1, TERRA_LINE_2);

Deno.test("halfDrag() is what is published, or near to it by the drag term", () => {
  assert.equal(halfDrag(terra), 2.75e-6);
  const unsaid = { ...terra, meanMotionDot: 0 };
  assert.ok(Math.abs(halfDrag(unsaid) / 2.75e-6 - 1) < 0.2);
  assert.equal(halfDrag({ ...unsaid, bstar: 0 }), 0);
});

Deno.test("timingErrorS() knows drag also where only the drag term tells of it", () => {
  const { p95S } = timingErrorS({ ...terra, meanMotionDot: 0 }, 100);
  assert.ok(Math.abs(p95S / timingErrorS(terra, 100).p95S - 1) < 0.2);
});
