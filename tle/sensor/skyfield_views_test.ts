import assert from "node:assert/strict";
import { parseTleFile } from "../formats/parse_tle.ts";
import { createSite } from "../look_angles.ts";
import { createElementMotion } from "../passes/element_motion.ts";
import { findPasses } from "../passes/find_passes.ts";
import { findSensorViews } from "./find_sensor_views.ts";
import reference from "./testdata/skyfield_views.json" with { type: "json" };

const MINUTE_MS = 60_000;

// skyfield knows UT1, which here is UTC: up to 0.4 s of the Earth's turning in
// 2019, so that sites lie up to 130 m elsewhere.
const MOST_MS = 10;
const MOST_DEG = 0.01;
const MOST_KM = 0.1;

for (const [name, lines] of Object.entries(reference.sets)) {
  Deno.test(`findSensorViews() agrees with skyfield about what ${name} sees`, () => {
    const [set] = parseTleFile(lines.join("\n")).elementSets;
    const views = reference.views.filter(({ satellite }) => satellite === name);
    assert.ok(views.length > 50);
    for (const site of reference.sites) {
      const own = views.filter((view) => view.site === site.name);
      for (const expected of own) {
        const timeMs = Date.parse(expected.time);
        const range = {
          fromMs: timeMs - 30 * MINUTE_MS,
          toMs: timeMs + 30 * MINUTE_MS,
        };
        const motion = createElementMotion(set!, range);
        const place = createSite(site);
        const passes = findPasses([motion], place, {
          fromMs: timeMs,
          toMs: timeMs + 1,
          horizonDeg: 0,
        });
        const [found, ...more] = [...passes].flatMap((pass) =>
          pass === null ? [] : [...findSensorViews(pass, place, 60)]
        );
        assert.deepEqual(more, []);
        const about = `${site.name} ${expected.time}`;
        assert.ok(found, about);
        assert.ok(Math.abs(found.timeMs - timeMs) < MOST_MS, about);
        assert.equal(found.side, expected.side, about);
        const off = (a: number, b: number) =>
          Math.abs((a - b + 540) % 360 - 180);
        // Straight up there is no azimuth.
        const azimuthWeight = Math.sin(expected.viewZenithDeg * Math.PI / 180);
        assert.ok(
          off(found.scanAngleDeg, expected.scanAngleDeg) < MOST_DEG,
          `${about} ${found.scanAngleDeg}`,
        );
        assert.ok(off(found.viewZenithDeg, expected.viewZenithDeg) < MOST_DEG);
        assert.ok(
          off(found.viewAzimuthDeg, expected.viewAzimuthDeg) * azimuthWeight <
            MOST_DEG,
          `${about} ${found.viewAzimuthDeg}`,
        );
        assert.ok(Math.abs(found.rangeKm - expected.rangeKm) < MOST_KM);
      }
    }
  });
}
