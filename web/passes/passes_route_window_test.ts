import assert from "node:assert/strict";
import type { PassesJson, PassJson } from "./pass_json.ts";
import {
  aqua,
  at,
  given,
  hours,
  idsOf,
  MOSCOW,
  ms,
  passesOf,
  terra,
  window,
} from "./testdata/given_satellites.ts";

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
  // Its passes are at the very times of TERRA's.
  const twin = { ...terra, noradId: 40_005, name: "TWIN" };
  await using test = await given([terra, aqua, twin], 12);
  const many = (query: string) =>
    test.getJson(
      `/api/v1/passes?satellites=40005,27424,25994&${MOSCOW}&${
        window(-24, 48)
      }&${query}`,
    ) as Promise<PassesJson>;
  const whole = await many("");
  const times = whole.passes.map(({ tca }) => tca.time);
  assert.deepEqual(times, times.toSorted());
  assert.equal(new Set(whole.passes.map(({ name }) => name)).size, 3);
  assert.ok(new Set(times).size < times.length);
  assert.equal(whole.next, null);
  for (const limit of [1, 3, whole.passes.length - 1]) {
    const pages: PassJson[] = [];
    let cursor = "";
    for (;;) {
      const page = await many(`limit=${limit}${cursor}`);
      assert.ok(page.passes.length > 0 && page.passes.length <= limit);
      pages.push(...page.passes);
      if (page.next === null) break;
      assert.notEqual(cursor, `&cursor=${page.next}`);
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

Deno.test("GET passes gives the next by TCA, also where one that is up sooner is highest later", async () => {
  const elliptical = {
    ...terra,
    noradId: 40_004,
    name: "MOLNIYA",
    meanMotion: 2.006,
    eccentricity: 0.72,
    inclinationDeg: 63.4,
    argumentOfPericenterDeg: 270,
    meanMotionDot: 0,
    bstar: 0,
  };
  await using test = await given([terra, aqua, elliptical], 12);
  const path = "/api/v1/passes?satellites=25994,27424,40004&lat=0&lon=0";
  const idsIn = async (query: string) =>
    idsOf(
      await test.getJson(
        `${path}&min_elevation_deg=0&${query}`,
      ) as PassesJson,
    );
  for (const fromHour of [0, 5, 11]) {
    const all = await idsIn(window(fromHour, fromHour + 24 * 10));
    for (const count of [5, 10, 15, 20, 25]) {
      const few = await idsIn(`from=${at(fromHour)}&next=${count}`);
      assert.deepEqual(few, all.slice(0, count));
    }
  }
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
