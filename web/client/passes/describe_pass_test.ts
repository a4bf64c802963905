import { deepEqual, equal } from "node:assert/strict";
import {
  describeAge,
  describeAzimuth,
  describeData,
  describeDirection,
  describeError,
  describeLatest,
  describeLight,
  describePlot,
  describeSource,
  describeSun,
  describeVisible,
  formatElevation,
  passEnd,
} from "./describe_pass.ts";
import { makePass } from "./testdata/make_pass.ts";

const pass = makePass();
const dark = { ...pass.aos, sunlit: false };

Deno.test("describeSource() of a pass in progress tells what there is so far", () => {
  const data = { samples_present: 164, samples_expected: 164, completeness: 1 };
  const mixed = { source: "mixed" as const, data };
  equal(
    describeSource(makePass({ ...mixed, in_progress: true })),
    "recorded so far",
  );
  equal(describeSource(makePass(mixed)), "partly recorded");
});

Deno.test("describeAzimuth() has whole degrees, and 0 for north", () => {
  equal(describeAzimuth(pass.aos), "137° SE");
  const north = { ...pass.aos, azimuth_deg: 359.8, compass: "N" };
  equal(describeAzimuth(north), "0° N");
});

Deno.test("passEnd() tells the horizon, the data and the range apart", () => {
  equal(passEnd(pass, "aos"), "horizon");
  equal(passEnd(makePass({ cut: { start: false, end: true } }), "los"), "data");
  const los = { ...pass.los, elevation_deg: 36 };
  equal(passEnd(makePass({ los }), "los"), "range");
  equal(passEnd(makePass({ los }), "aos"), "horizon");
});

Deno.test("formatElevation() has a decimal where it is low, and no -0", () => {
  equal(formatElevation(62.6), "63°");
  equal(formatElevation(4.26), "4.3°");
  equal(formatElevation(-0.01), "0.0°");
});

Deno.test("describeDirection() is a dash where the pole makes it undefined", () => {
  equal(describeDirection(pass), "↓ south");
  equal(describeDirection(makePass({ direction: "ascending" })), "↑ north");
  equal(describeDirection(makePass({ direction: null })), "–");
});

Deno.test("describeLight() tells visible, sunlit, partly and in shadow apart", () => {
  equal(describeLight(pass), "sunlit");
  const visible = { visible_from: pass.aos.time, visible_to: pass.tca.time };
  equal(describeLight(makePass(visible)), "visible");
  equal(
    describeLight(makePass({ aos: dark, tca: dark, los: dark })),
    "in shadow",
  );
  equal(describeLight(makePass({ los: dark })), "partly sunlit");
  // In and out again between the three.
  const shadow = [
    { time: "2026-08-23T14:01:00.000Z", enters: "umbra" as const },
    { time: "2026-08-23T14:02:00.000Z", enters: "sunlit" as const },
  ];
  equal(describeLight(makePass({ shadow })), "partly sunlit");
});

Deno.test("describeSource() never rounds up to complete", () => {
  equal(describeSource(pass), "recorded");
  equal(describeSource(makePass({ source: "predicted" })), "predicted");
  const data = {
    samples_present: 599,
    samples_expected: 600,
    completeness: 599 / 600,
  };
  equal(describeSource(makePass({ data })), "recorded, 99 %");
  equal(
    describeSource(makePass({ data, source: "mixed" })),
    "partly recorded, 99 %",
  );
  equal(describeData(makePass({ data })), "599 of 600 samples");
  equal(describeData(makePass({ data: null })), "");
});

Deno.test("describeAge() says when elements are newer than the pass", () => {
  const set = pass.element_set!;
  equal(describeAge(set), "elements 1.9 d old");
  equal(describeAge({ ...set, age_hours: -5.1 }), "elements 5 h newer");
});

Deno.test("describeError() is empty where it is not known", () => {
  deepEqual(describeError(pass), ["half within 20 ms", "95 % within 80 ms"]);
  deepEqual(describeError(makePass({ expected_timing_error_s: null })), []);
});

Deno.test("describeLatest() says which way today's elements are off, as far as it shows", () => {
  const latest = { tca_s: -0.8, max_elevation_deg: 0.021 };
  const of = (changes: Partial<typeof latest>) =>
    describeLatest(makePass({ latest: { ...latest, ...changes } }));
  deepEqual(of({}), ["0.8 s earlier", "0.02° higher"]);
  deepEqual(of({ tca_s: 3, max_elevation_deg: -0.5 }), [
    "3 s later",
    "0.50° lower",
  ]);
  deepEqual(of({ tca_s: 0, max_elevation_deg: -0.001 }), ["no difference"]);
  deepEqual(describeLatest(makePass({ latest: null })), []);
  deepEqual(describeLatest(pass), []);
});

Deno.test("describeSun() tells day, twilight and dark apart", () => {
  const at = (elevation_deg: number) =>
    describeSun(makePass({ observer_sun: { elevation_deg, azimuth_deg: 0 } }));
  equal(at(31.2), "Sun 31° high");
  equal(at(-4), "Sun 4° below the horizon, twilight");
  equal(at(-18), "Sun 18° below the horizon, dark");
});

Deno.test("describeVisible() gives the times to look", () => {
  equal(describeVisible(pass), "");
  equal(
    describeVisible(
      makePass({ visible_from: pass.aos.time, visible_to: pass.tca.time }),
    ),
    "to be seen by eye 14:00:00 – 14:05:00 UTC",
  );
});

Deno.test("describePlot() tells what the plot shows", () => {
  equal(
    describePlot(pass, "Moscow", "sky"),
    "Sky plot of TERRA over Moscow, 2026-08-23, north up and east on the left: from 137° SE at 14:00:00 by 63° above 230° SW at 14:05:00 to 350° N at 14:10:00 UTC; sunlit, recorded; Sun 31° high.",
  );
});
