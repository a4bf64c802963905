import assert from "node:assert/strict";
import fc from "fast-check";
import { createTopicMatcher } from "./topic_pattern.ts";

Deno.test("createTopicMatcher() matches whole names, and * as any characters", () => {
  const matches = createTopicMatcher(["element_sets", "*_topic", "a*b*c"]);
  for (
    const name of ["element_sets", "terra_topic", "_topic", "abc", "axbbc"]
  ) {
    assert.ok(matches(name), name);
  }
  for (const name of ["element_set", "element_sets2", "topic", "ab", "abcd"]) {
    assert.ok(!matches(name), name);
  }
});

Deno.test("createTopicMatcher() takes no character but * for a sign", () => {
  const matches = createTopicMatcher(["a.c", "x[0-9]"]);
  assert.ok(matches("a.c"));
  assert.ok(!matches("abc") && !matches("x1"));
});

Deno.test("createTopicMatcher() never takes characters twice", () => {
  assert.ok(!createTopicMatcher(["ab*ba"])("aba"));
  assert.ok(createTopicMatcher(["ab*ba"])("abba"));
});

Deno.test("createTopicMatcher() agrees with a regular expression", () => {
  const text = (unit: string) =>
    fc.string({ unit: fc.constantFrom(...unit), maxLength: 8 });
  fc.assert(fc.property(text("ab*"), text("ab"), (pattern, name) => {
    const expression = new RegExp(`^${pattern.replaceAll("*", ".*")}$`);
    assert.equal(createTopicMatcher([pattern])(name), expression.test(name));
  }));
});
