import assert from "node:assert/strict";
import { DAY_MS, HOUR_MS } from "../../shared/projection/time_range.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { TestApp } from "../testdata/test_app.ts";
import {
  eventOf,
  given,
  hours,
  idsOf,
  ms,
  passesOf,
  record,
  START_MS,
  terra,
  window,
} from "./testdata/given_satellites.ts";

for (const stepMs of [1000, 60_000]) {
  Deno.test(`GET passes: one recorded every ${stepMs / 1000} s and the same from its element set agree within 0.1 s`, async () => {
    await using test = await given([terra], 40);
    record(test, terra, [0, 40], stepMs);
    const query = window(1, 39);
    const recorded = await passesOf(test, query);
    const latest = await passesOf(test, `${query}&elements=latest`);
    assert.ok(recorded.passes.length > 5);
    assert.deepEqual(idsOf(recorded), idsOf(latest));
    recorded.passes.forEach((pass, i) => {
      const other = latest.passes[i]!;
      assert.equal(pass.source, "recorded");
      assert.equal(other.source, "predicted");
      for (const moment of ["aos", "tca", "los"] as const) {
        const offMs = ms(pass[moment].time) - ms(other[moment].time);
        assert.ok(Math.abs(offMs) <= 100, `${moment} is off by ${offMs} ms`);
      }
      assert.ok(
        Math.abs(pass.max_elevation_deg - other.max_elevation_deg) < 0.01,
      );
    });
  });
}

Deno.test("GET passes: one that was predicted has the same id when it was flown, with other elements", async () => {
  // As a later set would have it: some seconds early.
  const later = {
    ...terra,
    epochUs: terra.epochUs + 3 * DAY_MS * 1000,
    meanAnomalyDeg: (terra.meanAnomalyDeg +
      360 * (3 * terra.meanMotion % 1) + 0.2) % 360,
    rightAscensionDeg: terra.rightAscensionDeg + 3 * 0.9856,
  };
  const query = window(72, 96);
  await using test = await given([terra], 1);
  record(test, terra, [0, 1]);
  const predicted = await passesOf(test, query);
  test.nowMs = hours(97);
  test.projection.commit([eventOf(later)]);
  record(test, later, [71, 97]);
  test.projection.deriveAll();
  const flown = await passesOf(test, query);
  assert.ok(predicted.passes.length >= 4);
  assert.deepEqual(idsOf(flown), idsOf(predicted));
  flown.passes.forEach((pass, i) => {
    assert.equal(pass.source, "recorded");
    assert.equal(predicted.passes[i]!.source, "predicted");
    assert.notEqual(pass.tca.time, predicted.passes[i]!.tca.time);
    assert.equal(pass.orbit_number, predicted.passes[i]!.orbit_number);
  });
});

Deno.test("GET passes across now go over from what was recorded to what is predicted", async () => {
  await using test = await given([terra], 24);
  record(test, terra, [0, 24]);
  const { passes } = await passesOf(test, window(0, 48));
  const sources = passes.map(({ source }) => source);
  const firstPredicted = sources.indexOf("predicted");
  assert.ok(firstPredicted > 2 && firstPredicted < passes.length - 2);
  passes.forEach((pass, i) => {
    assert.equal(pass.source, i < firstPredicted ? "recorded" : "predicted");
    assert.equal(ms(pass.tca.time) < test.nowMs, i < firstPredicted);
    assert.equal(pass.data === null, i >= firstPredicted);
  });
});

Deno.test("GET passes fills a gap at rise, at culmination, at set, and over all of a pass from elements, and says so", async () => {
  await using whole = await given([terra], 12);
  record(whole, terra, [0, 12]);
  const [pass] = (await passesOf(whole, window(1, 11))).passes;
  const [aos, tca, los] = [pass!.aos, pass!.tca, pass!.los]
    .map(({ time }) => (ms(time) - START_MS) / HOUR_MS) as [
      number,
      number,
      number,
    ];
  const minutes = (count: number) => count / 60;
  const gaps = [
    [aos - minutes(2), aos + minutes(2)],
    [tca - minutes(1), tca + minutes(1)],
    [los - minutes(2), los + minutes(2)],
    [aos - minutes(2), los + minutes(2)],
  ] as const;
  for (const [i, gap] of gaps.entries()) {
    const [from, to] = gap.map((hour) => Math.round(hour * 3600) / 3600) as [
      number,
      number,
    ];
    await using test = await given([terra], 12);
    record(test, terra, [0, from]);
    record(test, terra, [to, 12]);
    const query = `${window(1, 11)}&include=track`;
    const [found] = (await passesOf(test, query)).passes;
    assert.equal(found!.id, pass!.id);
    for (const { time, source } of found!.track!) {
      const isIn = ms(time) > hours(from) - 1000 && ms(time) < hours(to);
      assert.equal(source, isIn ? "predicted" : "recorded", time);
    }
    assert.equal(found!.source, i === 3 ? "predicted" : "mixed");
    const { samples_present, samples_expected } = found!.data!;
    assert.equal(samples_expected, pass!.data!.samples_expected);
    assert.ok(samples_present < samples_expected);
    assert.equal(found!.element_sets, undefined, "all of it rests on one");
    for (const moment of ["aos", "tca", "los"] as const) {
      const offMs = ms(found![moment].time) - ms(pass![moment].time);
      assert.ok(Math.abs(offMs) <= 100, `${moment} is off by ${offMs} ms`);
    }
  }
});

Deno.test("GET passes names all element sets of a pass in which it changes", async () => {
  await using test = await given([terra], 12);
  record(test, terra, [0, 12]);
  const [pass] = (await passesOf(test, window(1, 11))).passes;
  const changeS = Math.round((ms(pass!.tca.time) - START_MS) / 1000) - 60;
  const other = { ...terra, bstar: terra.bstar * 1.01 };
  await using changed = await given([terra, other], 12);
  record(changed, terra, [0, changeS / 3600]);
  record(changed, other, [changeS / 3600, 12]);
  const [found] = (await passesOf(changed, window(1, 11))).passes;
  assert.equal(found!.id, pass!.id);
  assert.equal(found!.source, "recorded");
  assert.equal(found!.element_set!.id, elementSetId(other));
  assert.deepEqual(
    found!.element_sets!.map(({ id }) => id),
    [elementSetId(terra), elementSetId(other)],
  );
});

Deno.test("GET passes of positions without elements end where their recording does", async () => {
  await using test = await TestApp.given();
  test.nowMs = hours(12);
  record(test, terra, [0, 12]);
  const whole = await passesOf(test, window(0, 12));
  const pass = whole.passes[1]!;
  const tcaS = Math.floor((ms(pass.tca.time) - START_MS) / 1000);
  await using cut = await TestApp.given();
  cut.nowMs = hours(12);
  record(cut, terra, [0, tcaS / 3600]);
  const { passes } = await passesOf(cut, window(0, 12));
  const last = passes.at(-1)!;
  assert.deepEqual(last.cut, { start: false, end: true });
  assert.equal(last.aos.time, pass.aos.time);
  assert.equal(ms(last.los.time), START_MS + (tcaS - 1) * 1000);
  assert.equal(last.expected_timing_error_s, null);
});
