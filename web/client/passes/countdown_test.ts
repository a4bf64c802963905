import { equal } from "node:assert/strict";
import { describeNext, formatCountdown, pickPass } from "./countdown.ts";
import { makePass } from "./testdata/make_pass.ts";

const pass = makePass();
const aosMs = Date.parse(pass.aos.time);
const losMs = Date.parse(pass.los.time);

Deno.test("formatCountdown() ticks in seconds below a day", () => {
  equal(formatCountdown(0), "0:00");
  equal(formatCountdown(41_001), "0:42");
  equal(formatCountdown(754_000), "12:34");
  equal(formatCountdown(3_723_000), "1:02:03");
  equal(formatCountdown(26 * 3_600_000), "1 d 2 h");
});

Deno.test("describeNext() says what rises next, or what is up", () => {
  const passes = [pass];
  equal(
    describeNext(passes, aosMs - 754_000),
    "TERRA rises in 12:34 at 137° SE",
  );
  equal(
    describeNext(passes, losMs - 60_000),
    "TERRA is up and sets in 1:00 at 350° N",
  );
  equal(describeNext(passes, losMs + 1), "");
});

Deno.test("describeNext() says how far off it may be, from a second on", () => {
  const error = { typical: 60, p95: 320, basis: "formula" as const };
  equal(
    describeNext([{ ...pass, expected_timing_error_s: error }], aosMs - 1_000),
    "TERRA rises in 0:01 at 137° SE, give or take 5.3 min",
  );
});

Deno.test("describeNext() does not have what never sets do so", () => {
  const los = { ...pass.los, elevation_deg: 36 };
  equal(describeNext([{ ...pass, los }], aosMs), "TERRA is up");
});

Deno.test("describeNext() goes by rise, which is not the order of the list", () => {
  const later = {
    ...pass,
    name: "AQUA",
    aos: { ...pass.aos, time: "2026-08-23T14:01:00.000Z" },
  };
  equal(
    describeNext([later, pass], aosMs - 1_000),
    "TERRA rises in 0:01 at 137° SE",
  );
});

Deno.test("pickPass() picks what is up, the next, or the last", () => {
  const before = makePass({
    id: "before",
    los: { ...pass.los, time: "2026-08-23T12:00:00.000Z" },
  });
  const passes = [before, pass];
  equal(pickPass(passes, aosMs - 1)?.id, pass.id);
  equal(pickPass(passes, losMs)?.id, pass.id);
  equal(pickPass(passes, losMs + 1)?.id, pass.id);
  equal(pickPass([pass, before], losMs + 1)?.id, "before");
  equal(pickPass([], 0), null);
});
