import { deepEqual, equal, match } from "node:assert/strict";
import { parseCoordinates } from "./parse_coordinates.ts";

function read(text: string): number[] | string | null {
  const read = parseCoordinates(text);
  if (read === null) return null;
  if ("problem" in read) return read.problem;
  const { latitudeDeg, longitudeDeg, altitudeM } = read.place;
  return altitudeM === 0
    ? [latitudeDeg, longitudeDeg]
    : [latitudeDeg, longitudeDeg, altitudeM];
}

Deno.test("parseCoordinates() reads degrees, with a point or a comma", () => {
  for (
    const text of [
      "55.75, 37.62",
      " 55.75 37.62 ",
      "55.75,37.62",
      "55.75;37.62",
      "+55.75,+37.62",
      "55.75°, 37.62°",
      "55,75, 37,62",
      "55,75 37,62",
      "55,75; 37,62",
      "55,75,37,62",
      "55,75°N 37,62°E",
    ]
  ) deepEqual(read(text), [55.75, 37.62], text);
  deepEqual(read("55, 37"), [55, 37]);
  deepEqual(read("55,37"), [55, 37]);
  deepEqual(read("55.123456, 37"), [55.1235, 37]);
});

Deno.test("parseCoordinates() takes the sides before or after, in any order", () => {
  for (
    const text of [
      "33.9 S 18.4 E",
      "33.9°S, 18.4°E",
      "S33.9 E18.4",
      "s 33.9, e 18.4",
      "18.4 E 33.9 S",
      "E18.4 S33.9",
      "33.9S18.4E",
      "-33.9 18.4",
    ]
  ) deepEqual(read(text), [-33.9, 18.4], text);
});

Deno.test("parseCoordinates() reads minutes and seconds", () => {
  const moscow = [55.7558, 37.6172];
  for (
    const text of [
      `55°45'21"N 37°37'2"E`,
      "55° 45′ 21″ N, 37° 37′ 2″ E",
      "55 45 21 N 37 37 2 E",
      "N 55 45 21 E 37 37 2",
      `55°45'21" 37°37'2"`,
      "55°45.35'N 37°37.0333'E",
    ]
  ) deepEqual(read(text), moscow, text);
  deepEqual(read(`-0°30' 1°30'`), [-0.5, 1.5]);
});

Deno.test("parseCoordinates() takes an altitude", () => {
  for (
    const text of [
      "55.75, 37.62, 150",
      "55.75 37.62 150 m",
      "55,75 37,62 150m",
      "55.75N 37.62E 150",
      "N55.75 E37.62, 150",
      "N55.75 E37.62 150 m",
      `55.75° 37.62°, 150`,
    ]
  ) deepEqual(read(text), [55.75, 37.62, 150], text);
  deepEqual(read("33.9 S 18.4 W -5"), [-33.9, -18.4, -5]);
});

Deno.test("parseCoordinates() says what is wrong", () => {
  const cases: [string, RegExp][] = [
    ["137, 55", /^Latitude .* 137\. .*“55, 137”\?$/],
    ["99, 200", /^Latitude .* 99\.$/],
    ["0, 181", /^Longitude .* 181\.$/],
    ["0, 0, 9001", /^The altitude .* 9001\.$/],
    ["55.75", /^One coordinate/],
    ["55.75N 37.62N", /^One of the two/],
    ["1 2 3 4 5 6", /^More than two/],
    [`55°75'N 37°0'E`, /^Minutes and seconds/],
  ];
  for (const [text, problem] of cases) match(String(read(text)), problem);
});

Deno.test("parseCoordinates() leaves names alone", () => {
  for (const text of ["", "Moscow", "S", "Base 5", "San", "JO62qm"]) {
    equal(read(text), null, text);
  }
});
