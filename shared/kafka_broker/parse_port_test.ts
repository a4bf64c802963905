import assert from "node:assert/strict";
import { parsePort } from "./parse_port.ts";

Deno.test("parsePort() takes 9092 where nothing is set", () => {
  assert.equal(parsePort(undefined), 9092);
  assert.equal(parsePort("19092"), 19_092);
});

Deno.test("parsePort() refuses what is no port", () => {
  for (const text of ["0", "65536", "-1", "9092.5", "kafka"]) {
    assert.throws(() => parsePort(text), {
      name: "RangeError",
      message: "Cannot start Kafka as KAFKA_PORT must be from 1 to 65535: " +
        `current value is ${text}. Leave it out for 9092.`,
    });
  }
});
