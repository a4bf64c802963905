import assert from "node:assert/strict";
import fc from "fast-check";
import {
  apparentSolarTimeS,
  equationOfTimeS,
  meanSolarTimeS,
} from "./solar_time.ts";

const DAY_MS = 86_400_000;

Deno.test("equationOfTimeS() agrees with the published examples", () => {
  // Meeus, Astronomical Algorithms, example 28.b: 13 m 42.7 s; TD less 59 s.
  // He has the mean Sun of TD, 0.2 s farther than that of UT1.
  const meeus = equationOfTimeS(Date.UTC(1992, 9, 12, 23, 59, 1));
  assert.ok(Math.abs(meeus - (13 * 60 + 42.7)) < 0.5, `${meeus}`);
});

Deno.test("equationOfTimeS() has its known extremes, and its zeros", () => {
  const days = Array.from(
    { length: 365 },
    (_, day) => Date.UTC(2026, 0, 1 + day),
  );
  const values = days.map(equationOfTimeS);
  const most = Math.max(...values);
  const least = Math.min(...values);
  // 16 m 26 s on 3 November, -14 m 13 s on 11 February.
  assert.ok(Math.abs(most - 986) < 3, `${most}`);
  assert.ok(Math.abs(least + 853) < 3, `${least}`);
  const dayOf = (value: number) =>
    new Date(days[values.indexOf(value)]!).toISOString().slice(5, 10);
  assert.match(dayOf(most), /^11-0[234]$/);
  assert.match(dayOf(least), /^02-1[012]$/);
  const zeros = values.filter((value, i) =>
    value * (values[i - 1] ?? value) < 0
  );
  assert.equal(zeros.length, 4);
});

Deno.test("meanSolarTimeS() is UTC shifted by the longitude, within its day", () => {
  const noon = Date.UTC(2026, 7, 21, 12);
  assert.equal(meanSolarTimeS(noon, 0), 43_200);
  assert.equal(meanSolarTimeS(noon, 90), 64_800);
  assert.equal(meanSolarTimeS(noon + 6 * 3_600_000, 90), 0);
  assert.equal(meanSolarTimeS(Date.UTC(2026, 7, 21, 1), -90), 68_400);
  assert.equal(meanSolarTimeS(noon + DAY_MS / 2, -1e-15), 0);
  assert.equal(
    meanSolarTimeS(Date.UTC(1969, 11, 31, 23, 0, 0, 500), 0),
    82_800.5,
  );
});

Deno.test("solar times are within the day, and differ by the equation of time", () => {
  const time = fc.integer({ min: Date.UTC(1957, 0), max: Date.UTC(2056, 0) });
  const longitude = fc.double({ min: -180, max: 180, noNaN: true });
  fc.assert(fc.property(time, longitude, (timeMs, longitudeDeg) => {
    const mean = meanSolarTimeS(timeMs, longitudeDeg);
    const apparent = apparentSolarTimeS(timeMs, longitudeDeg);
    assert.ok(mean >= 0 && mean < 86_400);
    assert.ok(apparent >= 0 && apparent < 86_400);
    const off = apparent - mean - equationOfTimeS(timeMs);
    assert.ok(Math.abs(off - Math.round(off / 86_400) * 86_400) < 1e-6);
  }));
});
