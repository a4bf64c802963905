import assert from "node:assert/strict";
import { bundledElementSets } from "../bundled_elements.ts";
import type { ElementSet } from "../element_set.ts";
import { findElementNodes, SETS_BEYOND } from "./find_element_nodes.ts";
import { findOrbitNodes } from "./find_orbit_nodes.ts";
import type { NodeCrossing } from "./node_crossing.ts";
import { createOrbit } from "../orbit.ts";
import { apparentSolarTimeS, meanSolarTimeS } from "./solar_time.ts";
import { readHistory } from "../testdata/history.ts";
import { readSharedData, sharedDataTest } from "../testdata/shared_data.ts";

const DAY_MS = 86_400_000;
const [terra] = bundledElementSets as [ElementSet];
const epochMs = terra.epochUs / 1000;

/** TERRA's set as it might be some days later. */
const later = (days: number, aheadDeg = 0): ElementSet => ({
  ...terra,
  epochUs: terra.epochUs + days * DAY_MS * 1000,
  meanAnomalyDeg:
    (terra.meanAnomalyDeg + days * terra.meanMotion * 360 + aheadDeg) % 360,
});

const all = { fromMs: -Infinity, toMs: Infinity };

Deno.test("findElementNodes() tells crossings from the first epoch to the last, and none 30 days from a set", () => {
  const found = findElementNodes([terra, later(2), later(82)], {
    fromMs: epochMs - 100 * DAY_MS,
    toMs: epochMs + 200 * DAY_MS,
  });
  const days = found.map(({ timeMs }) => (timeMs - epochMs) / DAY_MS);
  assert.ok(days[0]! > 0 && days[0]! < 0.04);
  assert.ok(days.at(-1)! < 82 && days.at(-1)! > 81.96);
  const gap = days.findIndex((day, index) =>
    index > 0 && day - days[index - 1]! > 1
  );
  assert.ok(Math.abs(days[gap - 1]! - 32) < 0.04);
  assert.ok(Math.abs(days[gap]! - 52) < 0.04);
});

Deno.test("findElementNodes() neither doubles nor loses a crossing where sets disagree", () => {
  // The middle of two epochs is at a crossing, about which they differ by up to
  // 80 s.
  const [crossing] = findOrbitNodes(createOrbit(terra), {
    fromMs: epochMs + DAY_MS / 2,
    toMs: epochMs + DAY_MS,
  });
  const days = 2 * (crossing!.timeMs - epochMs) / DAY_MS;
  for (let aheadDeg = -5; aheadDeg <= 5; aheadDeg += 0.1) {
    const sets = [terra, later(days, aheadDeg), later(2 * days)];
    const found = findElementNodes(sets, all);
    for (const [index, { timeMs, node }] of found.entries()) {
      const next = found[index + 1];
      if (next === undefined) break;
      assert.notEqual(next.node, node);
      const minutes = (next.timeMs - timeMs) / 60_000;
      assert.ok(minutes > 46 && minutes < 53, `${minutes} minutes`);
    }
  }
});

Deno.test("findElementNodes() asks the last of several sets of about one epoch", () => {
  const better = { ...later(0.001), inclinationDeg: 97 };
  const found = findElementNodes([terra, better, later(1)], {
    fromMs: epochMs,
    toMs: epochMs + DAY_MS / 4,
  });
  assert.ok(found.length >= 6);
  assert.ok(found.every(({ elementSet }) => elementSet === better));
});

sharedDataTest("TERRA's crossings depend only on the sets around them", () => {
  const sets = readHistory("TERRA_25994").slice(24_000, 24_200);
  const whole = findElementNodes(sets, all);
  for (let first = SETS_BEYOND; first < 150; first += 7) {
    const range = {
      fromMs: sets[first]!.epochUs / 1000,
      toMs: sets[first + 20]!.epochUs / 1000 + 1,
    };
    assert.deepEqual(
      findElementNodes(
        sets.slice(first - SETS_BEYOND, first + 21 + SETS_BEYOND),
        range,
      ),
      whole.filter(({ timeMs }) =>
        timeMs >= range.fromMs && timeMs < range.toMs
      ),
    );
  }
});

sharedDataTest(
  "TERRA's 26 years have their crossings, each one once, within seconds",
  () => {
    const sets = readHistory("TERRA_25994");
    const startMs = performance.now();
    const found = findElementNodes(sets, all);
    const elapsedMs = performance.now() - startMs;
    assert.ok(elapsedMs < 20_000, `${elapsedMs} ms`);
    assert.ok(found.length > 276_000, `${found.length}`);
    const gaps = found.filter(({ timeMs }, index) =>
      timeMs - (found[index - 1]?.timeMs ?? timeMs) > 52 * 60_000
    );
    // Those of more than 60 days between two sets.
    assert.equal(gaps.length, 4);
    const tooNear = found.filter(({ timeMs }, index) =>
      timeMs - (found[index - 1]?.timeMs ?? 0) < 45 * 60_000
    );
    assert.deepEqual(tooNear, []);
    const hours = found.filter(({ node }) => node === "descending").map(
      meanHours,
    );
    const of2005 = hours.slice(5 * 5300, 6 * 5300);
    assert.ok(of2005.every((hour) => Math.abs(hour - 10.49) < 0.03));
    assert.ok(Math.abs(hours.at(-1)! - 8.707) < 0.01);
  },
);

sharedDataTest(
  "TERRA's local time of the node is within 3 s of the reference, every year",
  () => {
    const sets = readHistory("TERRA_25994");
    // The reference has one crossing a set: the descending one nearest its epoch.
    const crossings = sets.map((set) => {
      const atMs = set.epochUs / 1000;
      const around = [-1, 0, 1].map((days) => ({
        ...set,
        epochUs: set.epochUs + days * 1e12,
      }));
      const range = { fromMs: atMs - 55 * 60_000, toMs: atMs + 55 * 60_000 };
      return findElementNodes(around, range)
        .filter(({ node }) => node === "descending")
        .sort((a, b) =>
          Math.abs(a.timeMs - atMs) - Math.abs(b.timeMs - atMs)
        )[0]!;
    });
    // And its years are of 365.25 days.
    const ofYear = Map.groupBy(
      crossings,
      ({ timeMs }) =>
        2000 + Math.floor((timeMs - Date.UTC(2000, 0)) / (365.25 * DAY_MS)),
    );
    const [, ...rows] = readSharedData("reference/node_local_time_TERRA.csv")
      .trim()
      .split("\n").map((line) => line.split(","));
    assert.equal(rows.length, 27);
    for (const row of rows) {
      const found = ofYear.get(Number(row[2]))!;
      const mean = found.map(meanHours).sort((a, b) => a - b);
      const apparent = found.map(apparentHours).sort((a, b) => a - b);
      const altitude = found.map(({ altitudeKm }) => altitudeKm).sort((a, b) =>
        a - b
      );
      const half = mean.length / 2;
      const expected = row.slice(4, 9).map(Number);
      const actual = [
        (mean[Math.ceil(half) - 1]! + mean[Math.floor(half)]!) / 2,
        mean[0]!,
        mean.at(-1)!,
        apparent[0]!,
        apparent.at(-1)!,
      ];
      for (const [index, hours] of actual.entries()) {
        const off = (hours - expected[index]!) * 3600;
        assert.ok(
          Math.abs(off) < 3,
          `${row[2]}, column ${index + 4}: ${off} s`,
        );
      }
      assert.ok(Math.abs(altitude[0]! - Number(row[11])) < 0.01);
      assert.ok(Math.abs(altitude.at(-1)! - Number(row[12])) < 0.01);
    }
  },
);

function meanHours({ timeMs, longitudeDeg }: NodeCrossing): number {
  return meanSolarTimeS(timeMs, longitudeDeg) / 3600;
}

function apparentHours({ timeMs, longitudeDeg }: NodeCrossing): number {
  return apparentSolarTimeS(timeMs, longitudeDeg) / 3600;
}
