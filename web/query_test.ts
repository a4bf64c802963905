import assert from "node:assert/strict";
import { wholeNumber } from "./parameters.ts";
import { Problem } from "./problem.ts";
import { parseQuery, readQuery } from "./query.ts";

const PARAMETERS = { limit: wholeNumber(1, 10), page: wholeNumber(1, 10) };
const parse = (query: string) =>
  parseQuery(`http://localhost/path?${query}`, PARAMETERS);

Deno.test("parseQuery() reads what is given, and leaves out the rest", () => {
  assert.deepEqual(parse("limit=5"), { limit: 5 });
  assert.deepEqual(parse(""), {});
});

Deno.test("parseQuery() names every fault, each with what is required", () => {
  assert.throws(() => parse("limit=0&page=1&page=2&hasOwn=1"), (error) => {
    assert.ok(error instanceof Problem);
    assert.deepEqual(error.faults, [
      {
        parameter: "limit",
        requirement: "a whole number from 1 to 10",
        value: "0",
      },
      { parameter: "page", requirement: "given once", value: "1 and 2" },
      {
        parameter: "hasOwn",
        requirement: "left out, as the parameters are limit, page",
        value: "1",
      },
    ]);
    return true;
  });
});

Deno.test("parseQuery() tells who cut a name short, or wrote it out, how it is called", () => {
  const parameters = {
    ...PARAMETERS,
    min_elevation_deg: wholeNumber(0, 90),
    at: wholeNumber(0, 90),
  };
  const requirementOf = (name: string) =>
    readQuery(`http://localhost/?${name}=1`, parameters).faults[0]!.requirement;
  for (const name of ["min_elevation", "elevation"]) {
    assert.match(
      requirementOf(name),
      /^left out or called min_elevation_deg, as the parameters are limit, page/,
    );
  }
  assert.match(
    requirementOf("page_limit"),
    /^left out or called limit or page,/,
  );
  for (const name of ["mi", "format"]) {
    assert.match(requirementOf(name), /^left out, as the parameters are/);
  }
});

Deno.test("parseQuery() lets faults of its own through", () => {
  const broken = () => {
    throw new TypeError("broken");
  };
  assert.throws(
    () => parseQuery("http://localhost/?a=1", { a: broken }),
    new TypeError("broken"),
  );
});

Deno.test("readQuery() tells what was given beside what is wrong with it", () => {
  const { query, texts, faults } = readQuery(
    "http://localhost/?limit=0&page=3&size=1",
    PARAMETERS,
  );
  assert.deepEqual(query, { page: 3 });
  assert.deepEqual(texts, { limit: "0", page: "3" });
  assert.deepEqual(faults.map((fault) => fault.parameter), ["limit", "size"]);
});
