import assert from "node:assert/strict";
import { elementSetId } from "../../tle/element_set_id.ts";
import {
  at,
  given,
  MOSCOW,
  ms,
  passesOf,
  record,
  terra,
  window,
} from "./testdata/given_satellites.ts";

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

Deno.test("GET passes gives those alone that can be seen, on request", async () => {
  await using test = await given([terra], 12);
  const query = `${window(0, 24 * 10)}&min_elevation_deg=20&include=track`;
  const all = await passesOf(test, query);
  const seen = await passesOf(test, `${query}&visible_only=true`);
  assert.deepEqual(
    seen.passes,
    all.passes.filter(({ visible_from }) => visible_from !== null),
  );
  assert.ok(seen.passes.length > 0);
  assert.ok(seen.passes.length < all.passes.length);
  const visible = seen.passes.flatMap(({ visible_from, visible_to, track }) =>
    track!.filter(({ time }) => time >= visible_from! && time <= visible_to!)
  );
  assert.ok(visible.length > 10);
  assert.ok(visible.every(({ elevation_deg }) => elevation_deg >= 20));
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
