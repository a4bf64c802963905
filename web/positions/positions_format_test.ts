import assert from "node:assert/strict";
import {
  AQUA,
  at,
  positionAt,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";

const RANGE = `/api/v1/positions?from=${at(0)}&to=${at(10)}`;
const PLACE = {
  latitudeDeg: 12.345678,
  longitudeDeg: -98.765432,
  altitudeKm: 702.1234,
};

Deno.test("GET positions writes rows as CSV", async () => {
  await using test = await TestApp.given([
    positionAt(TERRA, START_MS, PLACE),
    positionAt(TERRA, START_MS + 1_500, PLACE),
    positionAt(AQUA, START_MS, { ...PLACE, name: 'A, "B"' }),
  ]);
  const response = await test.get(`${RANGE}&format=csv`);
  assert.equal(
    response.headers.get("content-type"),
    "text/csv; charset=utf-8",
  );
  assert.deepEqual((await response.text()).split("\r\n"), [
    "norad_id,name,time,latitude_deg,longitude_deg,altitude_km",
    `25994,TERRA,${at(0)},12.345678,-98.765432,702.1234`,
    `25994,TERRA,${at(1.5)},12.345678,-98.765432,702.1234`,
    `27424,"A, ""B""",${at(0)},12.345678,-98.765432,702.1234`,
    "",
  ]);
});

Deno.test("GET positions writes what buckets hold into CSV too", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS, PLACE)]);
  const text = await (await test.get(`${RANGE}&format=csv&points=2`)).text();
  assert.deepEqual(text.split("\r\n").slice(0, 2), [
    "norad_id,name,time,latitude_deg,longitude_deg,altitude_km,altitude_min_km,altitude_max_km,samples",
    `25994,TERRA,${at(0)},12.345678,-98.765432,702.1234,702.1234,702.1234,1`,
  ]);
});

Deno.test("GET positions goes on in pages as CSV too, by its Link header", async () => {
  await using test = await TestApp.given([
    positionAt(TERRA, START_MS),
    positionAt(TERRA, START_MS + 1_000),
  ]);
  const response = await test.get(`${RANGE}&format=csv&limit=1`);
  assert.equal((await response.text()).split("\r\n").length, 3);
  assert.match(
    response.headers.get("link")!,
    /format=csv.*cursor=.*rel="next"/,
  );
});

Deno.test("GET positions writes an object a line as NDJSON", async () => {
  const name = 'A, "B"\n\u2028 \u{1f6f0}';
  await using test = await TestApp.given([
    positionAt(TERRA, START_MS, PLACE),
    positionAt(AQUA, START_MS + 1_500, { ...PLACE, name }),
  ]);
  const response = await test.get(`${RANGE}&format=ndjson`);
  assert.equal(response.headers.get("content-type"), "application/x-ndjson");
  const place = {
    latitude_deg: 12.345678,
    longitude_deg: -98.765432,
    altitude_km: 702.1234,
  };
  const lines = [
    { norad_id: TERRA, name: "TERRA", time: at(0), ...place },
    { norad_id: AQUA, name, time: at(1.5), ...place },
  ];
  assert.equal(
    await response.text(),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
  );
});

Deno.test("GET positions writes what buckets hold into NDJSON too", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS, PLACE)]);
  const text = await (await test.get(`${RANGE}&format=ndjson&points=2`)).text();
  assert.deepEqual(JSON.parse(text), {
    norad_id: TERRA,
    name: "TERRA",
    time: at(0),
    latitude_deg: 12.345678,
    longitude_deg: -98.765432,
    altitude_km: 702.1234,
    altitude_min_km: 702.1234,
    altitude_max_km: 702.1234,
    samples: 1,
  });
});

Deno.test("GET positions writes nothing as NDJSON where nothing was recorded", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const range = `from=${at(5)}&to=${at(10)}`;
  const response = await test.get(`/api/v1/positions?${range}&format=ndjson`);
  assert.equal(response.headers.get("content-length"), "0");
  assert.equal(await response.text(), "");
});

Deno.test("GET positions writes the same positions in pieces of any format", async () => {
  const name = "long, ".repeat(10);
  await using test = await TestApp.given([
    ...positionsOf(TERRA, 0, 20_000),
    positionAt(AQUA, START_MS, { name }),
    positionAt(AQUA, START_MS + 1_000, { name }),
  ]);
  const range = `/api/v1/positions?from=${at(0)}&to=${at(20_000)}`;
  const { satellites } = await test.getJson(`${range}&limit=100000`);
  const text = await (await test.get(`${range}&format=ndjson`)).text();
  const rows = text.split("\n").slice(0, -1).map((line) => JSON.parse(line));
  const expected = satellites.flatMap((
    { norad_id, name, columns }: {
      norad_id: number;
      name: string;
      columns: Record<string, number[]>;
    },
  ) =>
    columns.time_ms!.map((timeMs, i) => ({
      norad_id,
      name,
      time: new Date(timeMs).toISOString(),
      latitude_deg: columns.latitude_deg![i],
      longitude_deg: columns.longitude_deg![i],
      altitude_km: columns.altitude_km![i],
    }))
  );
  assert.equal(rows.length, 20_002);
  assert.deepEqual(rows, expected);
});

for (
  const [accept, type] of [
    ["text/csv", "text/csv"],
    ["text/*", "text/csv"],
    ["text/csv;q=0.5, application/json;q=0.4", "text/csv"],
    ["application/json;q=0.4, text/csv;q=0.5, */*;q=0.1", "text/csv"],
    ["text/csv;q=0.5, application/json", "application/json"],
    ["text/csv;q=0", "application/json"],
    ["*/*", "application/json"],
    ["text/html", "application/json"],
    ["application/*", "application/json"],
    ["application/x-ndjson", "application/x-ndjson"],
    ["application/ndjson", "application/x-ndjson"],
    ["application/octet-stream", "application/vnd.groundtrack.positions"],
    [
      "application/vnd.groundtrack.positions",
      "application/vnd.groundtrack.positions",
    ],
  ] as const
) {
  Deno.test(`GET positions answers Accept: ${accept} with ${type}`, async () => {
    await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
    const response = await test.get(RANGE, { headers: { accept } });
    await response.body?.cancel();
    assert.ok(response.headers.get("content-type")!.startsWith(type));
    assert.match(response.headers.get("vary")!, /\bAccept\b/);
  });
}

Deno.test("GET positions takes the format asked for before the Accept header", async () => {
  await using test = await TestApp.given([positionAt(TERRA, START_MS)]);
  const response = await test.get(`${RANGE}&format=json`, {
    headers: { accept: "text/csv" },
  });
  assert.equal((await response.json()).satellites.length, 1);
});
