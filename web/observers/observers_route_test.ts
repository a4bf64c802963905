import assert from "node:assert/strict";
import { TestApp } from "../testdata/test_app.ts";
import { CITIES } from "./cities.ts";

const PATH = "/api/v1/observers";
const HOME = { name: "Home", latitudeDeg: 1.5, longitudeDeg: -2, altitudeM: 3 };

Deno.test("GET observers tells all that are known, those configured first", async () => {
  await using test = await TestApp.given([], { places: [HOME] });
  const { observers } = await test.getJson(PATH);
  assert.equal(observers.length, CITIES.length + 1);
  assert.deepEqual(observers[0], {
    name: "Home",
    country: null,
    latitude_deg: 1.5,
    longitude_deg: -2,
    altitude_m: 3,
    source: "configured",
  });
  assert.deepEqual(observers[1], {
    name: "Abidjan",
    country: "Ivory Coast",
    latitude_deg: 5.36,
    longitude_deg: -4.0083,
    altitude_m: 18,
    source: "bundled",
  });
});

Deno.test("GET observers finds those of a text, as many as are wanted", async () => {
  await using test = await TestApp.given();
  const { observers } = await test.getJson(`${PATH}?q=s%C3%A3o`);
  assert.deepEqual(observers.map(({ name }: { name: string }) => name), [
    "São Paulo",
  ]);
  const three = await test.getJson(`${PATH}?q=a&limit=3`);
  assert.equal(three.observers.length, 3);
});

Deno.test("GET observers tells what was meant where it finds nothing", async () => {
  await using test = await TestApp.given();
  const { observers, near } = await test.getJson(`${PATH}?q=Moskow`);
  assert.deepEqual(observers, []);
  assert.deepEqual(near.map(({ name }: { name: string }) => name), ["Moscow"]);
  const found = await test.getJson(`${PATH}?q=Moscow`);
  assert.deepEqual([found.observers.length, found.near], [1, []]);
  assert.deepEqual(await test.getJson(`${PATH}?q=qqqqqq`), {
    observers: [],
    near: [],
  });
});

Deno.test("GET observers names what is wrong with a request", async () => {
  await using test = await TestApp.given();
  for (
    const [query, name] of [["q=", "q"], ["limit=0", "limit"], ["x=", "x"]]
  ) {
    const response = await test.get(`${PATH}?${query}`);
    assert.equal(response.status, 400);
    assert.equal((await response.json()).faults[0].parameter, name);
  }
});

Deno.test("GET observers answers also where there is no projection", async () => {
  await using test = new TestApp();
  assert.ok((await test.getJson(PATH)).observers.length > 100);
});
