import assert from "node:assert/strict";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { DAY_MS, HOUR_MS } from "../../shared/projection/time_range.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { recordedOrbit } from "../testdata/recorded_orbit.ts";
import { TestApp } from "../testdata/test_app.ts";
import type { PassesJson, PassJson } from "./pass_json.ts";

const terra = findBundled("TERRA")!;
const aqua = findBundled("AQUA")!;
/** A whole hour close to the epoch of both. */
const START_MS = Math.floor(terra.epochUs / 1000 / HOUR_MS) * HOUR_MS;
const MOSCOW = "lat=55.75&lon=37.62";

const hours = (count: number) => START_MS + count * HOUR_MS;
const at = (count: number) => new Date(hours(count)).toISOString();
const window = (from: number, to: number) => `from=${at(from)}&to=${at(to)}`;
const ms = (time: string) => Date.parse(time);

function eventOf(set: ElementSet) {
  return elementSetRecorded(set, { source: "test", timeMs: START_MS });
}

/** An app that knows sets, at a time in hours from the start. */
async function given(
  sets: readonly ElementSet[],
  nowHours: number,
): Promise<TestApp> {
  const test = await TestApp.given(sets.map(eventOf));
  test.nowMs = hours(nowHours);
  return test;
}

function record(
  test: TestApp,
  set: ElementSet,
  [from, to]: readonly [number, number],
  stepMs = 1000,
): void {
  const range = { fromMs: hours(from), toMs: hours(to) };
  const topic = `${set.name!.toLowerCase()}_topic`;
  test.projection.commit(recordedOrbit(set, range, stepMs), { topic });
}

const passesOf = (test: TestApp, query: string, noradId = terra.noradId) =>
  test.getJson(
    `/api/v1/satellites/${noradId}/passes?${MOSCOW}&${query}`,
  ) as Promise<PassesJson>;

Deno.test("GET passes are those of the last 24 hours, from what was recorded", async () => {
  await using test = await given([terra], 30);
  record(test, terra, [0, 30]);
  const { passes, request } = await passesOf(test, "");
  assert.equal(request.from, at(6));
  assert.equal(request.to, at(30));
  assert.ok(passes.length >= 4, `${passes.length} passes`);
  for (const pass of passes) {
    assert.equal(pass.source, "recorded");
    assert.equal(pass.data!.completeness, 1);
    assert.equal(pass.element_set!.id, elementSetId(terra));
    assert.ok(pass.max_elevation_deg >= 10);
    assert.ok(Math.abs(pass.aos.elevation_deg) < 0.001);
    assert.equal(pass.tca.elevation_deg, pass.max_elevation_deg);
    assert.ok(ms(pass.aos.time) < ms(pass.tca.time));
    assert.ok(ms(pass.tca.time) < ms(pass.los.time));
    assert.equal(
      pass.duration_s,
      (ms(pass.los.time) - ms(pass.aos.time)) / 1000,
    );
    assert.deepEqual(pass.cut, { start: false, end: false });
  }
});

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

const idsOf = ({ passes }: { passes: PassJson[] }) =>
  passes.map(({ id }) => id);

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
    const [found] = (await passesOf(test, window(1, 11))).passes;
    assert.equal(found!.id, pass!.id);
    assert.equal(found!.source, i === 3 ? "predicted" : "mixed");
    assert.equal(found!.element_sets, undefined, "all of it rests on one");
    const { samples_present, samples_expected } = found!.data!;
    assert.equal(samples_expected, pass!.data!.samples_expected);
    assert.ok(samples_present < samples_expected);
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

Deno.test("GET passes gives one that the window cuts as a whole, and the same whatever the window", async () => {
  await using test = await given([terra], 12);
  const whole = await passesOf(test, window(-12, 36));
  for (const pass of whole.passes.slice(1, 4)) {
    const [aos, tca, los] = [pass.aos, pass.tca, pass.los]
      .map(({ time }) => ms(time)) as [number, number, number];
    for (
      const [from, to] of [
        [aos + 1, tca],
        [tca, los],
        [los, los + 1000],
        [aos - 1000, aos + 1],
        [tca - 1, tca + 1],
      ] as const
    ) {
      const found = await passesOf(test, `from=${from}&to=${to}`);
      assert.deepEqual(found.passes, [pass]);
    }
    const none = await passesOf(test, `from=${los + 1}&to=${los + 60_000}`);
    assert.deepEqual(none.passes, []);
  }
});

Deno.test("GET passes of several satellites come by TCA, in pages that are together the whole", async () => {
  await using test = await given([terra, aqua], 12);
  const many = (query: string) =>
    test.getJson(
      `/api/v1/passes?satellites=27424,25994&${MOSCOW}&${
        window(-24, 48)
      }&${query}`,
    ) as Promise<PassesJson>;
  const whole = await many("");
  const times = whole.passes.map(({ tca }) => tca.time);
  assert.deepEqual(times, times.toSorted());
  assert.equal(new Set(whole.passes.map(({ name }) => name)).size, 2);
  assert.equal(whole.next, null);
  for (const limit of [1, 3, whole.passes.length - 1]) {
    const pages: PassJson[] = [];
    let cursor = "";
    for (;;) {
      const page = await many(`limit=${limit}${cursor}`);
      assert.ok(page.passes.length <= limit);
      pages.push(...page.passes);
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    assert.deepEqual(pages, whole.passes);
  }
});

Deno.test("GET passes gives the next few, from now or from an instant, however far they are", async () => {
  await using test = await given([terra], 12);
  const few = await passesOf(test, "next=3&min_elevation_deg=20");
  assert.equal(few.passes.length, 3);
  const all = await passesOf(test, `${window(12, 72)}&min_elevation_deg=20`);
  assert.deepEqual(few.passes, all.passes.slice(0, 3));
  const rare = await passesOf(
    test,
    `next=2&from=${at(24)}&min_elevation_deg=85`,
  );
  assert.equal(rare.passes.length, 2);
  assert.ok(ms(rare.passes[1]!.aos.time) > hours(48));
});

Deno.test("GET passes of a satellite that stands in the sky are one pass, which is the window, with a note", async () => {
  // Over 50 degrees east, as seen from Moscow; and on the other side.
  const standing = {
    ...terra,
    noradId: 40_001,
    name: "STANDING",
    meanMotion: 1.0027379,
    eccentricity: 0.0001,
    inclinationDeg: 0.05,
    meanMotionDot: 0,
    bstar: 0,
  };
  await using test = await given([standing], 12);
  const seen = async (lon: number, query: string) =>
    await test.getJson(
      `/api/v1/satellites/40001/passes?lat=50&lon=${lon}&${query}`,
    ) as PassesJson;
  const { sub_point } = (await Promise.all(
    [0, 60, 120, 180, -120, -60].map((lon) => seen(lon, window(0, 1))),
  )).flatMap(({ passes }) => passes)[0]!;
  const lon = sub_point.longitude_deg;
  const up = await seen(lon, window(-30, 72));
  assert.equal(up.passes.length, 1);
  const [pass] = up.passes;
  assert.equal(pass!.aos.time, at(-30));
  assert.equal(pass!.los.time, at(72));
  assert.deepEqual(pass!.cut, { start: false, end: false });
  assert.match(up.warnings.join(), /STANDING is above the horizon for longer/);
  const never = await seen(lon > 0 ? lon - 180 : lon + 180, window(-30, 72));
  assert.deepEqual(never.passes, []);
});

Deno.test("GET passes of elements too old are refused with what there is, of several left out with a word", async () => {
  await using test = await given([terra, aqua], 24 * 400);
  const query = window(24 * 400, 24 * 401);
  const path = `/api/v1/satellites/25994/passes?${MOSCOW}&${query}`;
  const response = await test.get(path);
  assert.equal(response.status, 422);
  assert.equal(
    response.headers.get("content-type"),
    "application/problem+json",
  );
  const { detail } = await response.json();
  assert.match(detail, new RegExp(elementSetId(terra)));
  assert.match(detail, /more than 10 minutes/);
  const fresh = { ...aqua, epochUs: hours(24 * 400) * 1000 };
  test.projection.commit([eventOf(fresh)]);
  const both = await test.getJson(
    `/api/v1/passes?satellites=25994,27424&${MOSCOW}&${query}`,
  ) as PassesJson;
  assert.ok(both.passes.length > 3);
  assert.ok(both.passes.every(({ name }) => name === "AQUA"));
  assert.match(both.warnings.join(), /^TERRA: after .* nothing is told/);
});

Deno.test("GET passes warns of old elements from a second on, and refuses none that are months old", async () => {
  await using test = await given([terra], 24 * 100);
  const old = await passesOf(test, window(24 * 100, 24 * 101));
  assert.ok(old.passes.length > 3);
  assert.match(old.warnings.join(), /TERRA: times .* may be off by .* minutes/);
  const fresh = await passesOf(test, window(0, 24));
  assert.deepEqual(fresh.warnings, []);
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

Deno.test("GET passes of a satellite that comes down end there, with a word", async () => {
  const falling = {
    ...terra,
    noradId: 40_002,
    name: "FALLING",
    meanMotion: 16.4,
    bstar: 0.01,
  };
  await using test = await given([falling], 0);
  const query = `${MOSCOW}&min_elevation_deg=0`;
  const path = (range: string) =>
    `/api/v1/satellites/40002/passes?${query}&${range}`;
  const answer = await test.getJson(path(window(-2, 24 * 20))) as PassesJson;
  assert.ok(answer.passes.length > 0);
  assert.match(answer.warnings.join(), /Cannot propagate FALLING/);
  const response = await test.get(path(window(24 * 19, 24 * 20)));
  assert.equal(response.status, 422);
  assert.match((await response.json()).detail, /Cannot propagate FALLING/);
});

Deno.test("GET passes compares past ones with what today's elements make of them", async () => {
  // Half a second's way further on.
  const newer = {
    ...terra,
    epochUs: terra.epochUs + 1000,
    meanAnomalyDeg: terra.meanAnomalyDeg +
      0.5 * terra.meanMotion * 360 / 86_400,
  };
  await using test = await given([terra, newer], 24);
  record(test, terra, [0, 24]);
  const { passes } = await passesOf(test, `${window(0, 48)}&compare=latest`);
  const past = passes.filter(({ source }) => source === "recorded");
  assert.ok(past.length >= 3);
  for (const { latest } of past) {
    assert.equal(latest!.element_set.id, elementSetId(newer));
    for (const offS of [latest!.aos_s, latest!.tca_s, latest!.los_s]) {
      assert.ok(Math.abs(offS + 0.5) < 0.05, `off by ${offS} s`);
    }
  }
  assert.ok(passes.some(({ latest }) => latest === null));
});

Deno.test("GET passes gives a track with the Doppler shift, from AOS to LOS at whole steps", async () => {
  await using test = await given([terra], 12);
  const query = `${window(0, 24)}&include=track&step_s=30&frequency_mhz=437`;
  const [pass] = (await passesOf(test, query)).passes;
  const track = pass!.track!;
  assert.equal(track[0]!.time, pass!.aos.time);
  assert.equal(track.at(-1)!.time, pass!.los.time);
  for (const { time } of track.slice(1, -1)) {
    assert.equal(ms(time) % 30_000, 0);
  }
  assert.ok(track[0]!.doppler_hz! > 5000 && track.at(-1)!.doppler_hz! < -5000);
  assert.ok(track[0]!.range_rate_km_s < -5);
});

Deno.test("GET passes refuses tracks of too many points, and names the step that does", async () => {
  await using test = await given([terra], 12);
  // A hemisphere of horizon: it is up for half of the time.
  const query = `${window(0, 24 * 20)}&include=track&horizon_deg=-5`;
  const path = `/api/v1/satellites/25994/passes?lat=90&lon=0&${query}`;
  const response = await test.get(`${path}&step_s=1`);
  assert.equal(response.status, 400);
  const { detail } = await response.json();
  const step = /step_s must be at least (\d+), as/.exec(detail)![1]!;
  assert.equal((await test.get(`${path}&step_s=${step}`)).status, 200);
});

Deno.test("GET passes refuses what is not known, and what is wrong", async () => {
  await using test = await given([terra], 12);
  const statusOf = async (path: string) => {
    const response = await test.get(path);
    const { detail } = await response.json();
    return [response.status, detail];
  };
  const [status, detail] = await statusOf(
    `/api/v1/satellites/99999/passes?${MOSCOW}`,
  );
  assert.equal(status, 404);
  assert.match(detail, /99999/);
  assert.equal((await statusOf(`/api/v1/satellites/x/passes`))[0], 400);
  const [bad, said] = await statusOf(
    `/api/v1/passes?satellites=25994&lat=95&lon=x&min_elevation_deg=5&horizon_deg=9`,
  );
  assert.equal(bad, 400);
  for (const name of ["lat", "lon", "min_elevation_deg"]) {
    assert.match(said, new RegExp(`\\b${name} must be`));
  }
});
