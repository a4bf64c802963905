import assert from "node:assert/strict";
import { checkAppend } from "./check_append.ts";

const record = { key: "25994", value: new Uint8Array(3), timestampMs: 1 };

Deno.test("checkAppend() takes every name that Kafka takes", () => {
  for (const name of ["a", "a.b_c-9", "...", "x".repeat(249)]) {
    checkAppend(name, [record]);
  }
});

Deno.test("checkAppend() refuses timestamps that are no whole milliseconds since 1970", () => {
  for (const timestampMs of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
    assert.throws(() => checkAppend("a", [{ ...record, timestampMs }]), {
      name: "RangeError",
      message: `Cannot append record 0 to topic a as its timestamp must be ` +
        `whole milliseconds since 1970: current value is ${timestampMs}`,
    });
  }
});

Deno.test("checkAppend() refuses a key that has no UTF-8", () => {
  checkAppend("a", [{ ...record, key: null }, { ...record, key: "🛰" }]);
  assert.throws(
    () => checkAppend("a", [record, { ...record, key: "\ud83d" }]),
    /record 1 .* key must be well-formed Unicode: current value is "\\ud83d"/,
  );
});
