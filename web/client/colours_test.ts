import { deepEqual, equal, ok } from "node:assert/strict";
import { satelliteStyle } from "./colours.ts";

type Triple = [number, number, number];

/** What is seen, in linear RGB: Machado, Oliveira and Fernandes 2009, severity 1. */
const EYES: Record<string, [Triple, Triple, Triple]> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const PANELS = { dark: "#151a21", light: "#ffffff" };

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Of sRGB as `#rrggbb`. */
function linearOf(colour: string): Triple {
  return [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

/** CIELAB, D65. */
function labOf(linear: Triple): Triple {
  const [x, y, z] = [
    dot([0.4124564, 0.3575761, 0.1804375], linear) / 0.95047,
    dot([0.2126729, 0.7151522, 0.072175], linear),
    dot([0.0193339, 0.119192, 0.9503041], linear) / 1.08883,
  ].map((t) => t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116) as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seenBy(eyes: keyof typeof EYES, colour: string): Triple {
  const linear = linearOf(colour);
  return labOf(
    EYES[eyes]!.map((row) =>
      Math.min(1, Math.max(0, dot(row, linear)))
    ) as Triple,
  );
}

/** All colours that satellites have in a theme. */
function coloursOf(theme: "dark" | "light"): string[] {
  const ids = [
    25994,
    27424,
    28376,
    ...Array(100).keys().map((i) => 40_000 + i),
  ];
  return [...new Set(ids.map((noradId) => satelliteStyle(noradId)[theme]))];
}

for (const theme of ["dark", "light"] as const) {
  for (const eyes of Object.keys(EYES)) {
    Deno.test(`satelliteStyle() has colours that eyes tell apart: ${theme}, ${eyes}`, () => {
      const colours = coloursOf(theme);
      equal(colours.length, 8);
      for (const [i, colour] of colours.entries()) {
        for (const other of colours.slice(0, i)) {
          const [a, b] = [seenBy(eyes, colour), seenBy(eyes, other)];
          const distance = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
          // 2 is just seen side by side; lines are thin and lie apart.
          ok(distance >= 18, `${colour} ${other} ${distance}`);
        }
      }
    });
  }

  Deno.test(`satelliteStyle() has colours with contrast AA on the panel: ${theme}`, () => {
    const luminance = (colour: string) =>
      dot([0.2126, 0.7152, 0.0722], linearOf(colour)) + 0.05;
    for (const colour of coloursOf(theme)) {
      const [a, b] = [luminance(colour), luminance(PANELS[theme])];
      ok(Math.max(a, b) / Math.min(a, b) >= 4.5, colour);
    }
  });
}

Deno.test("satelliteStyle() gives the first three their own colours and markers, and whole lines", () => {
  equal(satelliteStyle(25994).dark, "#3fc1a5");
  equal(satelliteStyle(27424).light, "#0e58ba");
  deepEqual(satelliteStyle(28376).dash, []);
  const markers = [25994, 27424, 28376].map((id) => satelliteStyle(id).marker);
  equal(new Set(markers).size, 3);
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
