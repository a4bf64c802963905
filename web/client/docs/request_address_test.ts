import { deepEqual, equal } from "node:assert/strict";
import type { ApiParameter } from "./contract.ts";
import { requestAddress, valuesOf } from "./request_address.ts";

const path = "/api/v1/satellites/{norad_id}/look";
const parameters = ([
  ["norad_id", "path"],
  ["observer", "query"],
  ["at", "query"],
  ["Accept", "header"],
] as const).map(([name, where]): ApiParameter => ({
  name,
  in: where,
  required: false,
  schema: { type: "string" },
}));
const addressOf = (values: Record<string, string>) =>
  requestAddress(path, parameters, new Map(Object.entries(values)));

Deno.test("requestAddress() has what is given, in the path and in the query", () => {
  equal(
    addressOf({ norad_id: "25994", observer: "", at: "2026-08-21T14:36Z" }),
    "/api/v1/satellites/25994/look?at=2026-08-21T14:36Z",
  );
  equal(addressOf({ norad_id: "25994" }), "/api/v1/satellites/25994/look");
});

Deno.test("requestAddress() keeps nonsense what it is, and the path whole", () => {
  equal(
    addressOf({ norad_id: "a/b?", observer: "São & Co", Accept: "x" }),
    "/api/v1/satellites/a%2Fb%3F/look?observer=S%C3%A3o%20%26%20Co",
  );
  equal(addressOf({ norad_id: "" }), "/api/v1/satellites/%7Bnorad_id%7D/look");
});

Deno.test("valuesOf() reads back what requestAddress() wrote", () => {
  for (
    const values of <Record<string, string>[]> [
      { norad_id: "25994", observer: "São Paulo", at: "1,2:3" },
      { norad_id: "a/b" },
    ]
  ) {
    deepEqual(
      Object.fromEntries(valuesOf(path, addressOf(values))),
      values,
    );
  }
});
