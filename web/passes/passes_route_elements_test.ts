import assert from "node:assert/strict";
import { elementSetId } from "../../tle/element_set_id.ts";
import type { PassesJson } from "./pass_json.ts";
import {
  aqua,
  eventOf,
  given,
  hours,
  MOSCOW,
  passesOf,
  record,
  terra,
  window,
} from "./testdata/given_satellites.ts";

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
  assert.match(old.warnings.join(), /^TERRA: times may be off by .* minutes/);
  const fresh = await passesOf(test, window(0, 24));
  assert.deepEqual(fresh.warnings, []);
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
