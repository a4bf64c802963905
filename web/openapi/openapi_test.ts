import assert from "node:assert/strict";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { STATIC_PATHS } from "../static_files.ts";
import { TestApp } from "../testdata/test_app.ts";
import type {
  DocumentedAnswer,
  DocumentedOperation,
  OpenapiDocument,
} from "./openapi_document.ts";
import type { Schema } from "./schema.ts";
import { givenRecorded } from "./testdata/given_recorded.ts";

/** Pages for people, of which the document does not speak. */
const PAGES = new Set([...STATIC_PATHS, "/docs"]);

/** What brings parts into an answer that the examples do not have. */
const FURTHER_REQUESTS = [
  "/api/v1/positions?limit=10",
  "/api/v1/satellites?limit=1&include=expected_error",
  "/api/v1/satellites/25994/elements?format=omm",
  "/api/v1/satellites/25994/elements?mode=recorded",
  "/api/v1/satellites/25994/elements?limit=1",
  "/api/v1/satellites/25994/audit?limit=1",
  "/api/v1/satellites/25994/nodes?limit=3",
  "/api/v1/satellites/25994/passes?observer=Moscow&limit=1&horizon_deg=5",
  "/api/v1/satellites/25994/passes?observer=Moscow&include=track&frequency_mhz=100&compare=latest",
  "/api/v1/passes?satellites=25994&observer=Moscow&sensor=modis&limit=1",
  "/api/v1/satellites/25994/look?observer=Moscow&frequency_mhz=100&at=2026-08-22T12:00Z",
];

async function documentOf(test: TestApp): Promise<OpenapiDocument> {
  return await test.getJson("/openapi.json");
}

Deno.test("GET openapi.json is a valid document of OpenAPI 3.1", async () => {
  await using test = new TestApp();
  const document = await documentOf(test);
  const { valid, errors } = await new Validator().validate({ ...document });
  assert.ok(valid, JSON.stringify(errors));
});

Deno.test("GET openapi.json knows every route, and none that is not there", async () => {
  await using test = new TestApp();
  const { paths } = await documentOf(test);
  const routes = test.app.routes
    .filter(({ method, path }) => method === "GET" && !PAGES.has(path))
    .map(({ path }) => path.replaceAll(/:(\w+)/g, "{$1}"));
  assert.deepEqual(Object.keys(paths).sort(), routes.sort());
});

Deno.test("GET openapi.json describes every parameter that a route takes", async () => {
  await using test = await givenRecorded();
  const { paths } = await documentOf(test);
  for (const [path, { get }] of Object.entries(paths)) {
    if (!path.startsWith("/api/")) continue;
    const described = get.parameters.filter((one) => one.in === "query")
      .map(({ name }) => name);
    const taken = new Set<string>();
    for (const query of ["", "&sensor=modis"]) {
      const address = path.replace("{norad_id}", "25994");
      const response = await test.get(`${address}?unheard_of=1${query}`);
      assert.equal(response.status, 400, path);
      const { faults } = await response.json();
      const { requirement } = faults.find(
        (fault: { parameter: string }) => fault.parameter === "unheard_of",
      );
      const names = /the parameters are (.*)$/.exec(requirement)?.[1];
      for (const name of names?.split(", ") ?? []) taken.add(name);
    }
    assert.deepEqual(described.sort(), [...taken].sort(), path);
  }
});

Deno.test("GET openapi.json names the parameters without which there is no answer", async () => {
  await using test = await givenRecorded();
  const { paths } = await documentOf(test);
  for (const path of ["/api/v1/passes", "/api/v1/tracks"]) {
    const { parameters } = paths[path]!.get;
    const required = parameters.filter(({ required }) => required);
    assert.deepEqual(required.map(({ name }) => name), ["satellites"]);
    const response = await test.get(path);
    const { faults } = await response.json();
    assert.equal(faults[0].parameter, "satellites");
  }
});

Deno.test("every example is answered, as the document says and with nothing else", async () => {
  await using test = await givenRecorded();
  const document = await documentOf(test);
  const operations = Object.entries(document.paths);
  const examples = operations.flatMap(([, { get }]) => get["x-examples"])
    .map(({ address }) => address);
  for (const address of [...examples, ...FURTHER_REQUESTS]) {
    const { pathname } = new URL(address, "http://localhost");
    const path = pathname.replace("/25994/", "/{norad_id}/");
    const response = await test.get(address);
    assert.equal(response.status, 200, address);
    const type = response.headers.get("content-type")!.split(";")[0]!;
    const schema = answerOf(document.paths[path]!.get).content[type]?.schema;
    assert.ok(schema, `${address} is answered with ${type}`);
    if (type === "text/event-stream") await test.read(response).cancel();
    else if (type !== "application/json") await response.body?.cancel();
    else matches(schema, await response.json(), address);
  }
  assert.deepEqual(test.errors, []);
});

Deno.test("a problem is answered as the document says", async () => {
  await using test = await givenRecorded();
  const { components } = await documentOf(test);
  const { schema } = components.responses[400]!
    .content["application/problem+json"]!;
  for (const query of ["?satellites=x", "?limit=1&unheard_of=2"]) {
    const response = await test.get(`/api/v1/passes${query}`);
    matches(schema, await response.json(), query);
  }
});

function answerOf({ responses }: DocumentedOperation): DocumentedAnswer {
  return responses[200] as DocumentedAnswer;
}

function matches(schema: Schema, value: unknown, what: string): void {
  const ajv = new Ajv2020({
    formats: { "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/ },
  });
  const check = ajv.compile(closed(schema));
  assert.ok(check(value), `${what}: ${JSON.stringify(check.errors)}`);
}

/** The same schema, by which an object has nothing that it does not name. */
function closed(schema: Schema): Schema & { additionalProperties?: false } {
  const { properties, items, oneOf } = schema;
  return {
    ...schema,
    ...properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, closed(one)]),
      ),
      additionalProperties: false,
    },
    ...items && { items: closed(items) },
    ...oneOf && { oneOf: oneOf.map(closed) },
  };
}
