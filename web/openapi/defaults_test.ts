import assert from "node:assert/strict";
import { OPERATIONS } from "./operations.ts";
import { givenRecorded } from "./testdata/given_recorded.ts";

const PLACE = "lat=55.75&lon=37.62";

/** What is asked of a route, so that each parameter with a default may be added. */
const QUERIES: Readonly<Record<string, string>> = {
  "/api/v1/satellites/{norad_id}/passes": `${PLACE}&include=track`,
  "/api/v1/passes": `satellites=25994&${PLACE}&include=track`,
  "/api/v1/satellites/{norad_id}/look": PLACE,
  "/api/v1/tracks": "satellites=25994",
};

Deno.test("what holds where a parameter is left out is what its schema says", async () => {
  await using test = await givenRecorded();
  const read = async (address: string) => {
    const response = await test.get(address);
    const text = await response.text();
    assert.equal(response.status, 200, `${address}: ${text}`);
    return text;
  };
  for (const { path, parameters = {}, answers } of OPERATIONS) {
    // One that only streams has no end.
    if (!("application/json" in answers)) continue;
    const base = path.replace("{norad_id}", "25994");
    const address = `${base}?${QUERIES[path] ?? ""}`;
    for (const [name, { schema }] of Object.entries(parameters)) {
      if (schema.default === undefined) continue;
      const added = `${address}&${name}=${schema.default}`;
      assert.equal(await read(added), await read(address), added);
    }
  }
});
