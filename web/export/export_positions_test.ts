import assert from "node:assert/strict";
import { join } from "node:path";
import { openSqlite } from "../../shared/sqlite.ts";
import {
  AQUA,
  at,
  positionsOf,
  START_MS,
  TERRA,
} from "../testdata/given_positions.ts";
import { TestApp } from "../testdata/test_app.ts";
import { exportPositions } from "./export_positions.ts";
import type { ExportRequest } from "./export_request.ts";

const SECONDS = 10_000;
const QUERY = `/api/v1/positions?from=${at(5)}&to=${at(SECONDS)}`;

async function givenTwo(): Promise<TestApp> {
  return await TestApp.given([
    ...positionsOf(TERRA, 0, SECONDS + 5),
    ...positionsOf(AQUA, 100, 200, { stepS: 0.5, name: 'A "Q", UA' }),
  ]);
}

/** Exports into a file of the test's folder, and tells what it came to. */
async function exported(
  { projections, projection }: TestApp,
  more: Partial<ExportRequest> & { signal?: AbortSignal },
) {
  const { signal = new AbortController().signal, ...rest } = more;
  const request: ExportRequest = {
    range: { fromMs: START_MS + 5_000, toMs: START_MS + SECONDS * 1000 },
    noradIds: undefined,
    topic: undefined,
    format: "csv",
    out: join(projection.folder, "out"),
    ...rest,
  };
  const shares: number[] = [];
  let text = "";
  using lease = projections.lease();
  const positions = await exportPositions(lease.projection, request, {
    signal,
    onProgress: (share) => shares.push(share),
    stdout: {
      // Some at a time, as a pipe may take them.
      write(bytes) {
        const some = bytes.subarray(0, 10_000);
        text += new TextDecoder().decode(some);
        return Promise.resolve(some.length);
      },
    },
  });
  return { out: request.out!, positions, shares, text };
}

for (const format of ["csv", "ndjson"] as const) {
  Deno.test(`exportPositions() writes the ${format} that the API gives`, async () => {
    await using test = await givenTwo();
    const { out, positions } = await exported(test, { format });
    const response = await test.get(`${QUERY}&format=${format}`);
    assert.ok(await Deno.readTextFile(out) === await response.text());
    assert.equal(positions, 10_195);
  });
}

Deno.test("exportPositions() writes rows of SQLite that are what the API gives", async () => {
  await using test = await givenTwo();
  const { out } = await exported(test, { format: "sqlite" });
  const text = await (await test.get(`${QUERY}&format=ndjson`)).text();
  const expected = text.split("\n").slice(0, -1).map((line) => {
    const { norad_id, name, time, ...place } = JSON.parse(line);
    return { norad_id, name, time, time_ms: Date.parse(time), ...place };
  });
  const db = openSqlite(out, { readonly: true });
  const rows = db.prepare("SELECT * FROM positions").all();
  const check = db.pragma("integrity_check", { simple: true });
  db.close();
  assert.equal(check, "ok");
  assert.equal(rows.length, 10_195);
  assert.deepEqual(rows, expected);
});

Deno.test("exportPositions() writes the satellites asked for, in that order, to the output", async () => {
  await using test = await givenTwo();
  const noradIds = [AQUA, TERRA];
  const { text, positions } = await exported(test, { noradIds, out: null });
  const response = await test.get(
    `${QUERY}&format=csv&satellites=${noradIds}`,
  );
  assert.ok(text === await response.text());
  assert.equal(positions, 10_195);
});

Deno.test("exportPositions() tells how far it is, from nothing to all", async () => {
  await using test = await givenTwo();
  const { shares } = await exported(test, {});
  assert.deepEqual(shares, shares.toSorted((a, b) => a - b));
  assert.ok(shares[0]! > 0 && shares[0]! < 0.5);
  assert.ok(shares.at(-1)! > 0.99 && shares.at(-1)! <= 1);
});

Deno.test("exportPositions() writes an export of nothing as that", async () => {
  await using test = await givenTwo();
  const range = { fromMs: 0, toMs: 1 };
  const { out, positions } = await exported(test, { range });
  assert.equal(positions, 0);
  const text = await Deno.readTextFile(out);
  assert.equal(
    text,
    "norad_id,name,time,latitude_deg,longitude_deg,altitude_km\r\n",
  );
});

for (const format of ["csv", "sqlite"] as const) {
  Deno.test(`exportPositions() leaves nothing of ${format} when it is stopped`, async () => {
    await using test = await givenTwo();
    const before = filesOf(test);
    await assert.rejects(
      exported(test, { format, signal: AbortSignal.abort(new Error("Stop")) }),
      /Stop/,
    );
    assert.deepEqual(filesOf(test), before);
  });

  Deno.test(`exportPositions() does not write ${format} over another file`, async () => {
    await using test = await givenTwo();
    const out = join(test.projection.folder, "mine");
    await Deno.writeTextFile(out, "precious");
    const before = filesOf(test);
    await assert.rejects(
      exported(test, { format, out }),
      /mine as it must be a new file: there is one already/,
    );
    assert.equal(await Deno.readTextFile(out), "precious");
    assert.deepEqual(filesOf(test), before);
  });
}

function filesOf({ projection }: TestApp): string[] {
  return [...Deno.readDirSync(projection.folder)].map(({ name }) => name)
    .sort();
}
