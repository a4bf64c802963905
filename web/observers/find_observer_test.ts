import assert from "node:assert/strict";
import { foldName } from "../../shared/fold_name.ts";
import { OBSERVER_BOUNDS } from "../../shared/named_places.ts";
import {
  findObserver,
  nearObservers,
  searchObservers,
} from "./find_observer.ts";
import { type KnownObserver, knownObservers } from "./known_observer.ts";

const HOME = { name: "Home", latitudeDeg: 1, longitudeDeg: 2, altitudeM: 3 };
const bundled = knownObservers([]);
const names = (observers: readonly KnownObserver[]) =>
  observers.map(({ name }) => name);

Deno.test("knownObservers() has each bundled name once, somewhere on the Earth", () => {
  const folded = bundled.map(({ name }) => foldName(name));
  assert.deepEqual(
    folded.filter((name, i) => folded.indexOf(name) !== i),
    [],
  );
  for (const one of bundled) {
    for (const key of ["latitudeDeg", "longitudeDeg", "altitudeM"] as const) {
      const { least, most } = OBSERVER_BOUNDS[key];
      assert.ok(one[key] >= least && one[key] <= most, one.name);
    }
    assert.ok(one.country);
  }
});

Deno.test("findObserver() finds a city in any case, with and without accents", () => {
  for (const name of ["São Paulo", "sao paulo", "SÃO-PAULO"]) {
    assert.equal(findObserver(bundled, name)?.latitudeDeg, -23.5505);
  }
  assert.equal(findObserver(bundled, "tromso")?.name, "Tromsø");
  assert.equal(findObserver(bundled, "Sao"), null);
  assert.equal(findObserver(bundled, ""), null);
});

Deno.test("findObserver() prefers who is configured to a bundled city", () => {
  const mine = { ...HOME, name: "zurich" };
  const observers = knownObservers([mine]);
  assert.deepEqual(findObserver(observers, "Zürich"), {
    ...mine,
    country: null,
    source: "configured",
  });
  assert.equal(observers.length, bundled.length);
  assert.equal(observers[0]?.name, "zurich");
});

Deno.test("searchObservers() puts names first that begin with the text", () => {
  const found = names(searchObservers(bundled, "SA"));
  assert.deepEqual(found.slice(0, 2), ["Saint Petersburg", "San Diego"]);
  assert.deepEqual(found.slice(-2), ["Osaka", "Warsaw"]);
  assert.deepEqual(names(searchObservers(bundled, "york")), ["New York"]);
});

Deno.test("nearObservers() tells what was misspelled, or given in part", () => {
  const near = (text: string) => names(nearObservers(bundled, text));
  assert.equal(near("Svalbad")[0], "Svalbard");
  assert.equal(near("Mosocw")[0], "Moscow");
  assert.deepEqual(near("york"), ["New York"]);
  assert.deepEqual(near("xxxxxxx"), []);
  assert.deepEqual(near(""), []);
  assert.equal(near("an").length, 5);
});
