import assert from "node:assert/strict";
import { formatMap, parseMap } from "./map_address.ts";

Deno.test("parseMap() reads what formatMap() wrote", () => {
  const camera = { latitudeDeg: -12.5, longitudeDeg: 179.99, zoom: 2.25 };
  assert.equal(formatMap(camera), "-12.5,179.99,2.25");
  assert.deepEqual(parseMap("-12.5,179.99,2.25"), camera);
  assert.equal(formatMap({ ...camera, latitudeDeg: -0.001 }), "0,179.99,2.25");
});

Deno.test("parseMap() reads nothing that is not on the globe, or no map", () => {
  for (
    const text of ["", "1,2", "91,0,1", "0,181,1", "0,0,0.5", "0,0,33", "a,b,c"]
  ) {
    assert.equal(parseMap(text), null, text);
  }
});
