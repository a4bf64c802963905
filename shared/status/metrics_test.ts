import assert from "node:assert/strict";
import { each, renderMetrics, single } from "./metrics.ts";

const GAUGE = { name: "a_seconds", help: "A time.", type: "gauge" } as const;
const COUNTER = { name: "b_total", help: "A count.", type: "counter" } as const;

Deno.test("renderMetrics() writes what Prometheus reads", async () => {
  const text = await renderMetrics([
    single(GAUGE, 1.5),
    each(COUNTER, [["x", 1], ["y", 0]] as const, ([topic, value]) => ({
      labels: { topic, partition: 0 },
      value,
    })),
  ]);
  assert.equal(
    text,
    `# HELP a_seconds A time.
# TYPE a_seconds gauge
a_seconds 1.5

# HELP b_total A count.
# TYPE b_total counter
b_total{topic="x",partition="0"} 1
b_total{topic="y",partition="0"} 0
`,
  );
});

Deno.test("renderMetrics() leaves out what is not known, instead of a zero", async () => {
  const text = await renderMetrics([
    single(GAUGE, null),
    each(
      COUNTER,
      [null, 3],
      (value) => value === null ? null : { labels: { topic: "x" }, value },
    ),
  ]);
  assert.doesNotMatch(text, /a_seconds/);
  assert.match(text, /^b_total\{topic="x"\} 3$/m);
});

Deno.test("renderMetrics() keeps nothing from one call to the next", async () => {
  const metrics = [single(COUNTER, 2)];
  const first = await renderMetrics(metrics);
  assert.equal(await renderMetrics(metrics), first);
});

Deno.test("renderMetrics() escapes what people put into names, and knows for ever", async () => {
  const text = await renderMetrics([
    each(GAUGE, ['a"b\\c\nd'], (topic) => ({
      labels: { topic },
      value: Infinity,
    })),
  ]);
  assert.match(text, /^a_seconds\{topic="a\\"b\\\\c\\nd"\} \+Inf$/m);
});
