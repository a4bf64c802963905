import assert from "node:assert/strict";
import { explainKafkaFailure } from "./kafka_failure.ts";

const ABOUT = { action: "append to topic a", servers: "one:9092,two:9092" };

const explain = (error: unknown) => explainKafkaFailure(error, ABOUT);

/** An error as kafkajs throws it; its own classes have other types. */
function clientError(
  name: string,
  details: { type?: string; retriable?: boolean; cause?: Error } = {},
): Error {
  return Object.assign(new Error(`${name} happened.`), { name, ...details });
}

Deno.test("explainKafkaFailure() tells of what is wrong beneath retries", () => {
  const cause = clientError("KafkaJSConnectionError", { retriable: true });
  const failure = explain(
    clientError("KafkaJSNumberOfRetriesExceeded", { retriable: false, cause }),
  );
  assert.equal(failure.kind, "connection");
  assert.match(failure.message, /^Cannot append to topic a .*one:9092,two/);
  assert.match(failure.message, /KafkaJSConnectionError happened\.$/);
});

Deno.test("explainKafkaFailure() tells what passes from what lasts", () => {
  const protocol = (type: string, retriable: boolean) =>
    clientError("KafkaJSProtocolError", { type, retriable });
  const cases = [
    [protocol("NOT_LEADER_FOR_PARTITION", true), "passing"],
    [protocol("UNSUPPORTED_VERSION", false), "lasting"],
    [clientError("KafkaJSNotImplemented"), "lasting"],
    [clientError("KafkaJSRequestTimeoutError"), "connection"],
    [protocol("TOPIC_AUTHORIZATION_FAILED", false), "unexplained"],
    [clientError("KafkaJSInvalidVarIntError"), "unexplained"],
    [clientError("KafkaJSSASLAuthenticationError"), "connection"],
    [new Error("snappy: corrupt input"), "unexplained"],
    [new TypeError("x is null"), "unexplained"],
  ] as const;
  for (const [error, kind] of cases) assert.equal(explain(error).kind, kind);
});

Deno.test("explainKafkaFailure() says what to do, and Kafka's name of it", () => {
  const cause = clientError("KafkaJSProtocolError", {
    type: "MESSAGE_TOO_LARGE",
    retriable: false,
  });
  const failure = explain(clientError("KafkaJSNonRetriableError", { cause }));
  assert.equal(failure.type, "MESSAGE_TOO_LARGE");
  assert.match(failure.message, /Raise max\.message\.bytes/);
});
