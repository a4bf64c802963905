import { deepEqual } from "node:assert/strict";
import { orderSatellites } from "./order_satellites.ts";

Deno.test("orderSatellites() puts TERRA, AQUA, AURA first, the others by name", () => {
  const satellites = [
    { norad_id: 25544, name: "ISS (ZARYA)" },
    { norad_id: 28376, name: "AURA" },
    { norad_id: 20580, name: "HST" },
    { norad_id: 27424, name: "AQUA" },
    { norad_id: 25994, name: "TERRA" },
  ];
  deepEqual(
    orderSatellites(satellites).map((satellite) => satellite.norad_id),
    [25994, 27424, 28376, 20580, 25544],
  );
});
