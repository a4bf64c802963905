import { deepEqual } from "node:assert/strict";
import { givenServer } from "../testdata/given_server.ts";
import { Roster } from "./roster.ts";

/** Loads a roster from a server that gives answers, and then no more. */
async function loadFrom(...answers: Response[]) {
  const told: { timeMs: number; answersLeft: number }[] = [];
  using _server = givenServer(() => {
    const answer = answers.shift();
    if (!answer) throw new TypeError("none");
    return answer;
  });
  const roster = new Roster();
  await roster.load((timeMs) =>
    told.push({ timeMs, answersLeft: answers.length })
  );
  return { roster, told };
}

Deno.test("Roster tells the server's time, as late as its answer may have been, at once", async () => {
  const date = "Sun, 23 Aug 2026 14:36:42 GMT";
  const own = Response.json({ satellites: [{ norad_id: 25994 }], next: null });
  const { roster, told } = await loadFrom(
    Response.json({ satellites: [], next: 1 }, { headers: { date } }),
    own,
  );
  const timeMs = Date.UTC(2026, 7, 23, 14, 36, 43);
  deepEqual(told, [{ timeMs, answersLeft: 1 }]);
  deepEqual(roster.first, [25994]);
});

Deno.test("Roster tells no time where the server tells none, or does not answer", async () => {
  const undated = Response.json({ satellites: [], next: null });
  const { told } = await loadFrom(undated);
  deepEqual(told, [{ timeMs: NaN, answersLeft: 0 }]);
  deepEqual((await loadFrom()).told, []);
});
