import assert from "node:assert/strict";
import {
  choice,
  INSTANT,
  list,
  nullable,
  object,
  WHOLE,
} from "../openapi/schema.ts";
import {
  decimal,
  instant,
  oneOf,
  satellites,
  wholeNumber,
} from "../parameters.ts";
import { describeField, describeValue, objectIn } from "./describe_schema.ts";

Deno.test("describeValue() says the type and the limits, or the values", () => {
  const said = [
    wholeNumber(1, 10_000),
    decimal(-90, 90),
    oneOf("json", "csv"),
    satellites,
    instant,
  ].map(({ schema }) => describeValue(schema));
  assert.deepEqual(said, [
    "whole number, 1 to 10000",
    "number, -90 to 90",
    "json, csv",
    "catalogue numbers separated by commas, at most 1000",
    "instant",
  ]);
  const between = { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 90 };
  assert.equal(describeValue(between), "number between 0 and 90");
});

Deno.test("describeField() says what a field is, and whether it may be null", () => {
  const said = [
    INSTANT,
    nullable(WHOLE),
    nullable(choice("north", "south")),
    list(WHOLE),
    list(object({})),
  ].map(describeField);
  assert.deepEqual(said, [
    "instant",
    "whole number, or null",
    "north, south, or null",
    "list of whole number",
    "list of object",
  ]);
});

Deno.test("objectIn() finds the object of a list", () => {
  const inner = object({ id: WHOLE });
  assert.equal(objectIn(list(inner)), inner);
  assert.equal(objectIn(inner), inner);
  assert.equal(objectIn(list(WHOLE)), null);
});
