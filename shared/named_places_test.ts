import assert from "node:assert/strict";
import { parseNamedPlaces } from "./named_places.ts";

Deno.test("parseNamedPlaces() reads places with and without an altitude", () => {
  assert.deepEqual(
    parseNamedPlaces("Home=52.5200,13.4050,34; Côte d'Or = 5.1 , -4.0 ;"),
    [
      {
        name: "Home",
        latitudeDeg: 52.52,
        longitudeDeg: 13.405,
        altitudeM: 34,
      },
      {
        name: "Côte d'Or",
        latitudeDeg: 5.1,
        longitudeDeg: -4,
        altitudeM: 0,
      },
    ],
  );
  assert.deepEqual(parseNamedPlaces(""), []);
});

Deno.test("parseNamedPlaces() takes the ends of the Earth", () => {
  const places = parseNamedPlaces("A=-90,-180,-500;B=90,180,9000");
  assert.equal(places?.length, 2);
});

const WRONG = [
  ...["Home", "Home=", "Home=1", "=1,2", "Home=1,2,3,4", "Home=1,x", ";"],
  ...["Home=90.1,0", "Home=0,180.1", "Home=0,0,9001", "Home=0,0,-501"],
  ...["A=1,2;;B=1,2", "A=1,2,B=1,2", "Zürich=1,2;zurich=3,4", "!=1,2"],
  ...["A=1e1,2", "A=NaN,2", `${"A".repeat(61)}=1,2`],
];

for (const text of WRONG) {
  Deno.test(`parseNamedPlaces() refuses ${JSON.stringify(text)}`, () => {
    assert.equal(parseNamedPlaces(text), null);
  });
}
