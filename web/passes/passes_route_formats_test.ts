import assert from "node:assert/strict";
import ICAL from "ical.js";
import { elementSetRecorded } from "../../shared/events/element_set_recorded.ts";
import { findBundled } from "../../tle/bundled_elements.ts";
import { START_MS } from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const PATH =
  "/api/v1/satellites/25994/passes?observer=moscow&from=2026-08-21&to=2026-08-22";

async function givenTerra(): Promise<TestApp> {
  const set = findBundled("TERRA")!;
  return await TestApp.given([
    elementSetRecorded(set, { source: "test", timeMs: START_MS }),
  ]);
}

/** The ids of an answer, which has to be of a type. */
async function idsOf(response: Response): Promise<[string | null, string[]]> {
  const type = response.headers.get("content-type");
  const text = await response.text();
  assert.equal(response.status, 200, text);
  if (type === "text/csv; charset=utf-8") {
    const rows = text.trimEnd().split("\r\n").slice(1);
    return [type, rows.map((row) => row.slice(0, row.indexOf(",")))];
  }
  const events = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents("vevent");
  const ids = events.map((event) =>
    String(event.getFirstPropertyValue("uid")).replace("@groundtrack", "")
  );
  return [type, ids];
}

const TYPES = [["csv", "text/csv"], ["ics", "text/calendar"]] as const;

for (const [format, type] of TYPES) {
  Deno.test(`GET passes writes the same passes as ${format}, by format or Accept`, async () => {
    await using test = await givenTerra();
    const { passes } = await test.getJson(PATH);
    const ids = passes.map(({ id }: { id: string }) => id);
    assert.ok(ids.length > 0);
    const wanted = [`${type}; charset=utf-8`, ids];
    const byFormat = await test.get(`${PATH}&format=${format}`);
    assert.deepEqual(await idsOf(byFormat), wanted);
    const byAccept = await test.get(PATH, { headers: { accept: type } });
    assert.match(byAccept.headers.get("vary")!, /\bAccept(,|$)/);
    assert.deepEqual(await idsOf(byAccept), wanted);
  });
}

Deno.test("GET passes stamps a calendar with the time of the answer", async () => {
  await using test = await givenTerra();
  const text = await (await test.get(`${PATH}&format=ics`)).text();
  assert.match(text, /\r\nDTSTAMP:20260821T100000Z\r\n/);
});
