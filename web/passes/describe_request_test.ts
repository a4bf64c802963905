import assert from "node:assert/strict";
import { describeRequest } from "./describe_request.ts";
import { readPassesRequest } from "./passes_request.ts";

function read(query: string, nowMs = Date.UTC(2026, 7, 21, 12)) {
  return readPassesRequest(`http://localhost/passes?${query}`, {
    nowMs,
    observers: [],
    noradId: 25_994,
    acceptedFormat: "json",
  });
}

Deno.test("describeRequest() tells what holds where nothing was given", () => {
  assert.deepEqual(describeRequest(read("lat=1&lon=2")), {
    satellites: [25_994],
    from: "2026-08-20T12:00:00.000Z",
    to: "2026-08-21T12:00:00.000Z",
    next: null,
    horizon_deg: 0,
    min_elevation_deg: 10,
    min_duration_s: null,
    direction: null,
    time_of_day: null,
    utc_offset: null,
    visible_only: false,
    elements: "recorded",
    include: null,
    step_s: null,
    frequency_mhz: null,
    compare: null,
    limit: 1_000,
    cursor: null,
    format: "json",
  });
});

Deno.test("describeRequest() tells a clock by the longitude to the second", () => {
  const request = read("lat=55.75&lon=37.62&time_of_day=20:00-02:00");
  const { time_of_day, utc_offset } = describeRequest(request);
  assert.equal(time_of_day, "20:00-02:00");
  assert.equal(utc_offset, "+02:30:29");
});

Deno.test("describeRequest() tells what gives the same request, at any time", () => {
  const given = "from=2026-08-01&to=2026-08-02&horizon_deg=-1&limit=5" +
    "&min_elevation_deg=30&min_duration_s=60&direction=ascending" +
    "&time_of_day=22:00-04:30&utc_offset=%2B05:30&visible_only=true" +
    "&elements=best&include=track&step_s=30&frequency_mhz=137.5" +
    "&compare=latest&cursor=1785542400000-25994";
  for (const query of ["", "elements=latest&from=2026-01-01", given]) {
    const request = read(`lat=1&lon=2&${query}`);
    const { satellites: _, ...described } = describeRequest(request);
    const params = new URLSearchParams({ lat: "1", lon: "2" });
    for (const [name, value] of Object.entries(described)) {
      if (value !== null) params.set(name, String(value));
    }
    assert.deepEqual(read(String(params), 0), request);
  }
});

Deno.test("describeRequest() tells how many of the next are wanted", () => {
  const described = describeRequest(read("lat=1&lon=2&next=3"));
  assert.equal(described.next, 3);
  assert.equal(described.limit, null);
});
