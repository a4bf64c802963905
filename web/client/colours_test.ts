import { deepEqual, equal, ok } from "node:assert/strict";
import { satelliteStyle } from "./colours.ts";

Deno.test("satelliteStyle() gives the first three their own colours and whole lines", () => {
  equal(satelliteStyle(25994).dark, "#3fc1a5");
  equal(satelliteStyle(27424).light, "#1a66c9");
  deepEqual(satelliteStyle(28376).dash, []);
});

Deno.test("satelliteStyle() tells every further one apart by more than colour", () => {
  for (let noradId = 40_000; noradId < 40_100; noradId++) {
    const { dash, marker } = satelliteStyle(noradId);
    ok(dash.length > 0 && marker.length > 0);
    deepEqual(satelliteStyle(noradId), satelliteStyle(noradId));
  }
});

Deno.test("satelliteStyle() gives 45 neighbours 45 styles", () => {
  const styles = Array.from(
    { length: 45 },
    (_, i) => JSON.stringify(satelliteStyle(40_000 + i)),
  );
  equal(new Set(styles).size, 45);
});
