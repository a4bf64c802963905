import assert from "node:assert/strict";
import { bundledElementSets } from "../bundled_elements.ts";
import type { ElementSet } from "../element_set.ts";
import { findOrbitNodes } from "./find_orbit_nodes.ts";
import {
  findRecordedNodes,
  type RecordedTrack,
} from "./find_recorded_nodes.ts";
import type { NodeCrossing } from "./node_crossing.ts";
import { createOrbit } from "../orbit.ts";

const [terra] = bundledElementSets as [ElementSet];
const orbit = createOrbit(terra);
const FROM_MS = Math.round(terra.epochUs / 1000 / 60_000) * 60_000;
const HOURS_MS = 6 * 3_600_000;
const real = findOrbitNodes(orbit, {
  fromMs: FROM_MS,
  toMs: FROM_MS + HOURS_MS,
});

/** As a recording holds it, so with rounded numbers. */
function recorded(
  stepMs: number,
  isRecorded: (timeMs: number) => boolean = () => true,
  elementSetAt: (timeMs: number) => number = () => 0,
): RecordedTrack {
  const timeMs: number[] = [];
  for (let time = FROM_MS; time <= FROM_MS + HOURS_MS; time += stepMs) {
    if (isRecorded(time)) timeMs.push(time);
  }
  const rounded = timeMs.map((time) => {
    // Another set has it a second earlier.
    const { latitudeDeg, longitudeDeg, altitudeKm } = orbit.positionAt(
      time + elementSetAt(time) * 1000,
    );
    return {
      latitudeDeg: Number(latitudeDeg.toFixed(6)),
      longitudeDeg: Number(longitudeDeg.toFixed(6)),
      altitudeKm: Number(altitudeKm.toFixed(4)),
    };
  });
  return {
    timeMs,
    latitude: rounded.map(({ latitudeDeg }) => latitudeDeg),
    elementSet: timeMs.map(elementSetAt),
    positionAt: (index) => rounded[index]!,
    isGapBefore: (index) => timeMs[index]! - timeMs[index - 1]! > 5 * stepMs,
  };
}

/** Largest difference to the orbit's own crossings. */
function compare(found: readonly NodeCrossing[]) {
  assert.deepEqual(found.map(({ node }) => node), real.map(({ node }) => node));
  const most = (difference: (a: NodeCrossing, b: NodeCrossing) => number) =>
    Math.max(...found.map((a, i) => Math.abs(difference(a, real[i]!))));
  return {
    ms: most((a, b) => a.timeMs - b.timeMs),
    deg: most((a, b) => a.longitudeDeg - b.longitudeDeg),
    km: most((a, b) => a.altitudeKm - b.altitudeKm),
  };
}

Deno.test("findRecordedNodes() is exact to a millisecond, from samples a second or a minute apart", () => {
  for (const stepMs of [1000, 60_000]) {
    const off = compare(findRecordedNodes(recorded(stepMs)));
    assert.ok(off.ms <= 1, `${stepMs}: ${off.ms} ms`);
    assert.ok(off.deg < 2e-5, `${stepMs}: ${off.deg} degrees`);
    assert.ok(off.km < 3e-4, `${stepMs}: ${off.km} km`);
  }
});

Deno.test("findRecordedNodes() is exact where the recording begins or ends beside a crossing", () => {
  const [first] = real as [NodeCrossing];
  const last = real.at(-1)!;
  const track = recorded(
    60_000,
    (timeMs) => timeMs > first.timeMs - 60_000 && timeMs < last.timeMs + 60_000,
  );
  const off = compare(findRecordedNodes(track));
  assert.ok(off.ms <= 20, `${off.ms} ms`);
});

Deno.test("findRecordedNodes() tells no crossing that took place in a gap", () => {
  const missed = real[2]!;
  const outside = (aroundMs: number) => (timeMs: number) =>
    Math.abs(timeMs - missed.timeMs) > aroundMs;
  const found = findRecordedNodes(recorded(1000, outside(10_000)));
  assert.deepEqual(
    found.map(({ node }) => node),
    real.filter((crossing) => crossing !== missed).map(({ node }) => node),
  );
  // Nor is anything interpolated across a gap beside the crossing.
  const afterGap = recorded(
    1000,
    (timeMs) =>
      timeMs < missed.timeMs - 60_000 || timeMs > missed.timeMs - 1000,
  );
  assert.equal(compare(findRecordedNodes(afterGap)).ms <= 1, true);
});

Deno.test("findRecordedNodes() interpolates nothing across a change of element set", () => {
  // From two minutes after a crossing on, others are a second earlier.
  const changeMs = real[2]!.timeMs + 120_000;
  const track = recorded(
    60_000,
    () => true,
    (timeMs) => timeMs < changeMs ? 0 : 1,
  );
  const found = findRecordedNodes(track);
  const off = found.map((node, i) => Math.abs(node.timeMs - real[i]!.timeMs));
  for (const ms of off.slice(0, 3)) assert.ok(ms <= 10, `${ms} ms`);
  for (const ms of off.slice(3)) assert.ok(Math.abs(ms - 1000) <= 10);
});

Deno.test("findRecordedNodes() tells no crossing of what is on no orbit", () => {
  const track = recorded(60_000);
  const wrongMs = real[1]!.timeMs + 20 * 60_000;
  const wrong = (index: number) =>
    Math.abs(track.timeMs[index]! - wrongMs) < 30_000 ? -1 : 1;
  const latitude = Array.from(track.latitude, (value, i) => value * wrong(i));
  assert.ok(compare(findRecordedNodes({ ...track, latitude })).ms <= 1);
  const noise = latitude.map((_, i) => i % 2 === 0 ? 1 : -1);
  assert.deepEqual(findRecordedNodes({ ...track, latitude: noise }), []);
});

Deno.test("findRecordedNodes() finds nothing in nothing", () => {
  assert.deepEqual(findRecordedNodes(recorded(1000, () => false)), []);
});
