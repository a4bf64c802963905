import assert from "node:assert/strict";
import { footprintRadiusDeg } from "./footprint.ts";
import { type MapFrame, pointOf } from "./map_frame.ts";
import { WorldPen } from "./world_pen.ts";

const world: MapFrame = {
  longitudeDeg: 0,
  latitudeDeg: 0,
  zoom: 1,
  width: 720,
  height: 360,
};

type Line = [x: number, y: number][];

/** What a pen draws on a map, as lines. */
function draw(frame: MapFrame, use: (pen: WorldPen) => void): Line[] {
  const lines: Line[] = [];
  const context = {
    moveTo: (x: number, y: number) => lines.push([[x, y]]),
    lineTo: (x: number, y: number) => lines.at(-1)!.push([x, y]),
    closePath: () => {},
  };
  const pen = new WorldPen(
    context as unknown as ConstructorParameters<typeof WorldPen>[0],
  );
  pen.setFrame(frame);
  use(pen);
  return lines;
}

function longestStep(lines: Line[]): number {
  return Math.max(
    ...lines.flatMap((line) =>
      line.slice(1).map(([x], i) => Math.abs(x - line[i]![0]))
    ),
  );
}

const fiji = { longitudeDeg: 175, latitudeDeg: -17 };
const samoa = { longitudeDeg: -172, latitudeDeg: -14 };

Deno.test("WorldPen puts a place where the map's arithmetic has it", () => {
  for (const longitudeDeg of [0, 170, -100]) {
    for (const [zoom, latitudeDeg] of [[1, 0], [6, 30]] as const) {
      const frame = { ...world, longitudeDeg, latitudeDeg, zoom };
      const place = { longitudeDeg: longitudeDeg + 9, latitudeDeg: 25 };
      const [line] = draw(frame, (pen) => pen.line([place, frame]));
      const { x, y } = pointOf(frame, place);
      assert.ok(Math.hypot(line![0]![0] - x, line![0]![1] - y) < 1e-6);
    }
  }
});

Deno.test("WorldPen splits a track at the antimeridian, and reaches the edge on both sides", () => {
  const lines = draw(world, (pen) => pen.line([fiji, samoa]));
  assert.equal(lines.length, 2);
  assert.ok(Math.abs(lines[0]!.at(-1)![0] - 720) < 1e-3);
  assert.ok(Math.abs(lines[1]![0]![0]) < 1e-3);
  assert.ok(Math.abs(lines[0]!.at(-1)![1] - lines[1]![0]![1]) < 1e-3);
  assert.ok(longestStep(lines) < 30);
});

Deno.test("WorldPen draws that track as one line, where the antimeridian is in the middle", () => {
  const pacific = { ...world, longitudeDeg: 180 };
  assert.equal(draw(pacific, (pen) => pen.line([fiji, samoa])).length, 1);
});

Deno.test("WorldPen draws a footprint over the antimeridian on both edges", () => {
  const lines = draw(world, (pen) => pen.circle(fiji, footprintRadiusDeg(705)));
  const all = lines.flat().map(([x]) => x);
  assert.ok(Math.min(...all) < 1 && Math.max(...all) > 719);
  assert.ok(all.every((x) => x < 120 || x > 600));
});

Deno.test("WorldPen draws a footprint over a pole along the whole edge of the map", () => {
  const lines = draw(
    world,
    (pen) => pen.circle({ longitudeDeg: 20, latitudeDeg: 82 }, 25.8),
  );
  const all = lines.flat();
  const xs = all.map(([x]) => x);
  assert.ok(Math.min(...xs) < 1 && Math.max(...xs) > 719);
  assert.ok(Math.min(...all.map(([, y]) => y)) < 1);
  // The far side of the pole is 17.8 degrees from it, the near side 56.2 N.
  const lowest = Math.max(...all.map(([, y]) => y));
  assert.ok(Math.abs(lowest - 2 * (90 - 56.2)) < 1, String(lowest));
});
