import { deepEqual, equal } from "node:assert/strict";
import { Crosshair } from "./crosshair.ts";

Deno.test("Crosshair tells each change of the time that is pointed at, once", () => {
  const told: (number | null)[] = [];
  const crosshair: Crosshair = new Crosshair(() => told.push(crosshair.timeMs));
  crosshair.leave();
  crosshair.point(1);
  crosshair.point(1);
  crosshair.point(2);
  crosshair.leave();
  deepEqual(told, [1, 2, null]);
});

Deno.test("Crosshair stays where it is held, until it is released", () => {
  const crosshair = new Crosshair(() => {});
  crosshair.hold(5);
  crosshair.point(6);
  crosshair.leave();
  equal(crosshair.timeMs, 5);
  crosshair.release();
  equal(crosshair.timeMs, null);
});
