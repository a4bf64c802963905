import assert from "node:assert/strict";
import {
  catalogueNumbers,
  checkPoints,
  checkRange,
  decimal,
  instant,
  oneOf,
  satellites,
  topicName,
  wholeNumber,
} from "./parameters.ts";

Deno.test("satellites() reads numbers, each counted once", () => {
  assert.deepEqual(satellites("25994,27424,25994"), [25994, 27424]);
  assert.deepEqual(satellites("999999999"), [999_999_999]);
});

Deno.test("satellites() refuses what is no list of numbers", () => {
  for (const text of ["", ",", "1,", "01", "1 ,2", "+1", "0", "1;2", "٣"]) {
    assert.throws(() => satellites(text), RangeError, text);
  }
});

Deno.test("catalogueNumbers() takes as many as its limit", () => {
  assert.deepEqual(catalogueNumbers(2)("1,2"), [1, 2]);
  assert.throws(() => catalogueNumbers(2)("1,2,3"), /at most 2$/);
});

Deno.test("decimal() reads numbers from least to most, also with an exponent", () => {
  const texts = ["-1.5", "2", "007", ".5", "1.", "1e-7", "-0", "2.0E0"];
  assert.deepEqual(
    texts.map(decimal(-1.5, 7)),
    [-1.5, 2, 7, 0.5, 1, 1e-7, 0, 2],
  );
  const wrong = ["", "-1.6", "7.1", " 2", "+2", "1,5", "NaN", "Infinity"];
  for (const text of [...wrong, "0x2", ".", "-", "1e", "1e999", "٣"]) {
    assert.throws(() => decimal(-1.5, 7)(text), /a number from -1.5 to 7/);
  }
});

Deno.test("wholeNumber() reads numbers from least to most", () => {
  const parse = wholeNumber(2, 30);
  assert.deepEqual(["2", "30", "007"].map(parse), [2, 30, 7]);
  for (const text of ["1", "31", "", " 2", "2.0", "2e0", "0x2", "-2"]) {
    assert.throws(() => parse(text), /a whole number from 2 to 30/, text);
  }
});

Deno.test("oneOf() reads nothing but the values", () => {
  const parse = oneOf("max", "1", "10");
  assert.equal(parse("10"), "10");
  assert.throws(() => parse("MAX"), /one of max, 1, 10/);
});

Deno.test("topicName() reads what Kafka allows", () => {
  assert.equal(topicName("terra_topic.v-1"), "terra_topic.v-1");
  for (const text of ["", "a b", "a/b", "a".repeat(250), "é"]) {
    assert.throws(() => topicName(text), RangeError, text);
  }
});

Deno.test("instant() says what it must be, and not what it was", () => {
  assert.equal(instant("1970-01-01T00:00:01.5Z"), 1_500);
  assert.throws(
    () => instant("now"),
    (error: Error) =>
      error instanceof RangeError && error.message.includes("ISO 8601") &&
      !error.message.includes("now"),
  );
});

Deno.test("checkRange() lets through what runs forward, and says of a default what it is", () => {
  const range = { fromMs: 0, toMs: 86_400_000 };
  assert.equal(checkRange(range, {}), range);
  assert.throws(
    () => checkRange({ fromMs: 2, toMs: 2 }, {}),
    /to must be later than from, 1970-01-01T00:00:00.002Z: current value is "1970-01-01T00:00:00.002Z"/,
  );
});

Deno.test("checkPoints() allows a million points in all", () => {
  checkPoints(10_000, 100);
  checkPoints(1, 0);
  assert.throws(() => checkPoints(10_000, 101), /at most 9900 for 101/);
});
