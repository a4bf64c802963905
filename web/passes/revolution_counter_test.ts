import assert from "node:assert/strict";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { readNodes } from "../../shared/projection/nodes/read_nodes.ts";
import { bundledElementSets, findBundled } from "../../tle/bundled_elements.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { createSite } from "../../tle/look_angles.ts";
import { createOrbit } from "../../tle/orbit.ts";
import { ecefStateAt } from "../../tle/testdata/ecef_state_at.ts";
import { readHistory } from "../../tle/testdata/history.ts";
import { scanCulminations } from "../../tle/testdata/scan_culminations.ts";
import { sharedDataTest } from "../../tle/testdata/shared_data.ts";
import { TestApp } from "../testdata/test_app.ts";
import {
  type PassRevolution,
  RevolutionCounter,
} from "./revolution_counter.ts";

const DAY_MS = 86_400_000;
const terra = findBundled("TERRA")!;
const EPOCH_MS = terra.epochUs / 1000;
const moscow = createSite({
  latitudeDeg: 55.75,
  longitudeDeg: 37.62,
  altitudeM: 0,
});

const received = (set: ElementSet, timeMs: number) =>
  elementSetRecorded(set, { source: "test", timeMs });

/** What passes of some days are called, by one set's prediction of them. */
function revolutions(
  test: TestApp,
  set: ElementSet,
  range: { readonly fromMs: number; readonly toMs: number },
): PassRevolution[] {
  using lease = test.projections.lease();
  const counter = new RevolutionCounter(lease.projection, set.noradId, {
    site: moscow,
    horizonDeg: 0,
  });
  const orbit = createOrbit(set);
  return scanCulminations(orbit, moscow, range).map((tcaMs) =>
    counter.of({ tcaMs, state: ecefStateAt(orbit, tcaMs) })
  );
}

function days(from: number, to: number) {
  return { fromMs: EPOCH_MS + from * DAY_MS, toMs: EPOCH_MS + to * DAY_MS };
}

Deno.test("a pass is counted from the only set there is, and its number differs for each", async () => {
  await using test = await TestApp.given([received(terra, 1)]);
  const found = revolutions(test, terra, days(-2, 14));
  assert.ok(found.length > 100);
  const numbers = new Set(found.map(({ orbitNumber }) => orbitNumber));
  assert.ok(!numbers.has(null));
  assert.ok(numbers.has(0) || numbers.has(1));
  for (const { revolution, orbitNumber } of found) {
    const number = Number(revolution.replace("m", "-"));
    assert.ok([0, 1].includes(number - orbitNumber!));
  }
});

sharedDataTest(
  "a pass keeps its number when sets come, before and after it, and it is that of /nodes",
  async () => {
    const all = readHistory("TERRA_25994");
    const last = all.findLastIndex(({ epochUs }) => epochUs < terra.epochUs);
    const history = all.slice(last - 120, last);
    const anchor = history[60]!;
    await using test = await TestApp.given([received(anchor, 1)]);
    const range = {
      fromMs: anchor.epochUs / 1000,
      toMs: anchor.epochUs / 1000 + 12 * DAY_MS,
    };
    const alone = revolutions(test, anchor, range);
    assert.ok(alone.length > 70);
    // At first nothing is derived of those that have come.
    for (const [step, sets] of [history, []].entries()) {
      test.projection.commit(sets.map((set) => received(set, 2)));
      if (step > 0) test.projection.deriveAll();
      assert.deepEqual(revolutions(test, anchor, range), alone);
    }
    using lease = test.projections.lease();
    const nodes = readNodes(lease.projection, anchor.noradId, {
      ...range,
      node: "ascending",
      limit: 1000,
    });
    const orbit = createOrbit(anchor);
    const culminations = scanCulminations(orbit, moscow, range);
    for (const [index, tcaMs] of culminations.entries()) {
      const before = nodes.findLast(({ timeMs }) => timeMs <= tcaMs);
      if (before === undefined || tcaMs > nodes.at(-1)!.timeMs) continue;
      assert.equal(alone[index]!.orbitNumber, before.revolution);
    }
    // From a set after them all, and from one before.
    const later = { ...all[last]!, noradId: anchor.noradId };
    test.projection.commit([received(later, 3)]);
    assert.deepEqual(revolutions(test, anchor, range), alone);
  },
);

Deno.test("where the count is not known the number is that of one set, and says so", async () => {
  const later: ElementSet = {
    ...terra,
    epochUs: terra.epochUs + 100 * DAY_MS * 1000,
    meanMotion: terra.meanMotion + 0.05,
  };
  await using test = await TestApp.given([
    received(terra, 1),
    received(later, 2),
  ]);
  test.projection.deriveAll();
  const found = revolutions(test, later, days(98, 103));
  const id = elementSetId(later);
  const texts = found.map(({ orbitNumber, revolution }) => {
    assert.equal(orbitNumber, null);
    assert.ok(/^e[0-9a-f]{12}_m?\d+$/.test(revolution), revolution);
    return revolution;
  });
  assert.ok(texts.includes(`e${id}_5`), texts.join(" "));
  assert.ok(texts.some((text) => text.startsWith(`e${id}_m`)));
});

Deno.test("a satellite that stays up has one number, and one without elements the time", async () => {
  const still: ElementSet = {
    ...terra,
    noradId: 90001,
    meanMotion: 1.00273,
    eccentricity: 0,
    inclinationDeg: 0.04,
    bstar: 0,
    meanMotionDot: 0,
  };
  await using test = await TestApp.given([received(still, 1)]);
  const orbit = createOrbit(still);
  const { longitudeDeg } = orbit.positionAt(EPOCH_MS);
  const site = createSite({ latitudeDeg: 40, longitudeDeg, altitudeM: 0 });
  using lease = test.projections.lease();
  const where = { site, horizonDeg: 0 };
  const { projection } = lease;
  const counter = new RevolutionCounter(projection, 90001, where);
  const unknown = new RevolutionCounter(projection, 90002, where);
  for (let day = -5; day < 20; day += 0.7) {
    const tcaMs = Math.round(EPOCH_MS + day * DAY_MS);
    const state = ecefStateAt(orbit, tcaMs);
    assert.equal(counter.of({ tcaMs, state }).revolution, "up0");
    const time = new Date(tcaMs).toISOString().replace(/[-:]|\.\d+/g, "");
    const expected = { orbitNumber: null, revolution: `t${time}` };
    assert.deepEqual(unknown.of({ tcaMs, state }), expected);
  }
});

Deno.test("a pass is counted in less time than a hundred positions take", async () => {
  const sets = bundledElementSets.filter(({ noradId }) =>
    noradId === terra.noradId
  );
  await using test = await TestApp.given(sets.map((set) => received(set, 1)));
  using lease = test.projections.lease();
  const orbit = createOrbit(terra);
  const state = ecefStateAt(orbit, EPOCH_MS);
  const counter = new RevolutionCounter(lease.projection, terra.noradId, {
    site: moscow,
    horizonDeg: 0,
  });
  const each = (many: number, work: (i: number) => void) => {
    const startMs = performance.now();
    for (let i = 0; i < many; i++) work(i);
    return (performance.now() - startMs) / many;
  };
  const plain = each(1000, (i) => orbit.positionAt(EPOCH_MS + i));
  const counted = each(
    1000,
    (i) => counter.of({ tcaMs: EPOCH_MS + i * 100_000, state }),
  );
  assert.ok(counted < 100 * plain, `${counted} ms, a position ${plain} ms`);
});
