import assert from "node:assert/strict";
import { givenServer } from "../testdata/given_server.ts";
import { readExpectedErrors } from "./read_expected_errors.ts";

Deno.test("readExpectedErrors() asks once for three hundred satellites", async () => {
  const asked: string[] = [];
  const error = { typical_s: 0.5, p95_s: 2, basis: "formula" };
  using _server = givenServer((address) => {
    asked.push(address);
    return Response.json({
      satellites: [
        { norad_id: 1, expected_error: error },
        { norad_id: 2, expected_error: null },
      ],
    });
  });
  const noradIds = Array.from({ length: 300 }, (_, i) => i + 1);
  const { signal } = new AbortController();
  const errors = await readExpectedErrors(noradIds, signal);
  assert.deepEqual([...errors], [[1, error], [2, null]]);
  assert.deepEqual(asked, [
    `/api/v1/satellites?satellites=${noradIds}&include=expected_error`,
  ]);
});
