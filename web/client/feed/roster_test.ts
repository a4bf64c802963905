import { deepEqual, equal } from "node:assert/strict";
import { Roster } from "./roster.ts";

/** Loads a roster from a server that gives one answer, or none. */
async function loadFrom(answer: Response | null) {
  const { fetch } = globalThis;
  globalThis.fetch = () =>
    answer ? Promise.resolve(answer) : Promise.reject(new TypeError("none"));
  try {
    const roster = new Roster();
    return { roster, answeredMs: await roster.load() };
  } finally {
    globalThis.fetch = fetch;
  }
}

Deno.test("Roster tells the server's time, as late as its answer may have been", async () => {
  const date = "Sun, 23 Aug 2026 14:36:42 GMT";
  const { roster, answeredMs } = await loadFrom(
    Response.json({ satellites: [], next: null }, { headers: { date } }),
  );
  equal(answeredMs, Date.UTC(2026, 7, 23, 14, 36, 43));
  deepEqual(roster.all, []);
});

Deno.test("Roster tells no time where the server tells none, or does not answer", async () => {
  const undated = Response.json({ satellites: [], next: null });
  for (const answer of [undated, null]) {
    equal((await loadFrom(answer)).answeredMs, NaN);
  }
});
