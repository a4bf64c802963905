import assert from "node:assert/strict";
import { createPositionComputer } from "./position_computer.ts";
import { bundledSatellites } from "./testdata/bundled_satellites.ts";

const [terra, aqua] = bundledSatellites(["TERRA", "AQUA"]);
const IN_TIME_MS = Date.parse("2026-11-23T12:00:00Z");
const TOO_LATE_MS = Date.parse("2200-01-01T00:00:00Z");

Deno.test("createPositionComputer() says what a position rests on", () => {
  const compute = createPositionComputer(() => assert.fail("no report"));
  const position = compute(terra!, IN_TIME_MS, "backfill")!;
  assert.equal(position.noradId, 25994);
  assert.equal(position.name, "TERRA");
  assert.equal(position.timeMs, IN_TIME_MS);
  assert.equal(position.elementSetId, terra!.elementSetId);
  assert.equal(position.origin, "backfill");
  assert.ok(Math.abs(position.altitudeKm - 705) < 30);
});

Deno.test("createPositionComputer() tells once of a satellite that it cannot place", () => {
  const reports: string[] = [];
  const compute = createPositionComputer((message) => reports.push(message));
  for (let i = 0; i < 3; i++) {
    assert.equal(compute(terra!, TOO_LATE_MS + i, "live"), null);
    assert.notEqual(compute(terra!, IN_TIME_MS, "live"), null);
  }
  assert.equal(compute(aqua!, TOO_LATE_MS, "live"), null);
  assert.equal(reports.length, 2);
  assert.match(reports[0]!, /^Cannot propagate TERRA \(25994\) to 2200-01-01/);
  assert.match(reports[1]!, /^Cannot propagate AQUA/);
});
