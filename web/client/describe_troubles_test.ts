import assert from "node:assert/strict";
import { describeTroubles } from "./describe_troubles.ts";

const nowMs = Date.UTC(2026, 7, 23, 14, 36, 42);
const well = {
  lostSinceMs: null,
  phase: "live" as const,
  lagMs: 400,
  newestMs: nowMs - 400,
  patienceMs: 5_000,
  unavailable: null,
};
type Given = Partial<Parameters<typeof describeTroubles>[0]>;

const troubles = (
  given: Given,
  kind: "live" | "replay" | "history" | "paused" = "live",
) => describeTroubles({ ...well, ...given }, { kind, nowMs }, []);

Deno.test("describeTroubles() is silent where all is well", () => {
  assert.deepEqual(troubles({}), []);
});

Deno.test("describeTroubles() says since when the server is gone, once that does not mend itself", () => {
  const lost = (seconds: number) =>
    troubles({ lostSinceMs: nowMs - 1_000 * seconds });
  assert.deepEqual(lost(10), []);
  assert.match(lost(11)[0]!, /not been reached since 14:36:31 UTC\. This page/);
  assert.equal(lost(11).length, 1);
  const unavailable = "It is being made: 50 %";
  assert.deepEqual(troubles({ lostSinceMs: nowMs - 60_000, unavailable }), [
    "It is being made: 50 %. This page goes on by itself.",
  ]);
});

Deno.test("describeTroubles() tells silence, whether the server says so or says nothing", () => {
  assert.match(troubles({ phase: "behind" })[0]!, /^Nothing new arrives\. /);
  assert.match(troubles({ newestMs: nowMs - 5_401 })[0]!, /^Nothing new /);
  assert.deepEqual(troubles({ newestMs: nowMs - 5_400 }), []);
});

Deno.test("describeTroubles() tells a lag of which the header has the length", () => {
  const late = { lagMs: 5_001, newestMs: nowMs - 5_001 };
  assert.match(troubles(late)[0]!, /^Data arrives late\. /);
});

Deno.test("describeTroubles() says nothing of now where now is not shown", () => {
  const gone = { lostSinceMs: nowMs - 60_000 };
  assert.deepEqual(troubles(gone, "paused"), []);
  assert.deepEqual(troubles({ ...gone, phase: "end" }, "history"), []);
  assert.deepEqual(troubles({ phase: "behind" }, "replay"), []);
  // A replay that is cut off stands still, and says so.
  assert.equal(troubles(gone, "replay").length, 1);
});

Deno.test("describeTroubles() names satellites of which nothing is recorded", () => {
  assert.deepEqual(
    describeTroubles(well, { kind: "live", nowMs }, [99999, 99998]),
    ["Nothing is recorded of 99999, 99998 yet; it is shown as soon as something is."],
  );
});
