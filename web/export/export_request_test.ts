import assert from "node:assert/strict";
import { at, START_MS } from "../testdata/given_positions.ts";
import { readExportRequest } from "./export_request.ts";

const RANGE = ["--from", at(0), "--to", at(60)];

Deno.test("readExportRequest() reads instants as the API does", () => {
  const seconds = String(START_MS / 1000 + 60);
  assert.deepEqual(
    readExportRequest([
      "--satellites=25994,27424,25994",
      "out.csv",
      "--from",
      "2026-08-21 10:00",
      "--to",
      seconds,
      "--topic",
      "terra_topic",
      "--format=csv",
    ]),
    {
      range: { fromMs: START_MS, toMs: START_MS + 60_000 },
      noradIds: [25994, 27424],
      topic: "terra_topic",
      format: "csv",
      out: "out.csv",
    },
  );
});

Deno.test("readExportRequest() takes - for the standard output", () => {
  const request = readExportRequest([...RANGE, "--format", "ndjson", "-"]);
  assert.equal(request.out, null);
});

const WRONG: [args: string[], said: string][] = [
  [[...RANGE, "--format", "csv"], "OUT must be one file: current value is mis"],
  [[...RANGE, "--format", "csv", "a", "b"], 'current value is "a b"'],
  [[...RANGE, "--format", "csv", "folder/"], "OUT must be one file"],
  [[...RANGE, "--format", "csv", ""], "OUT must be one file"],
  [[...RANGE, "--format", "sqlite", "-"], "OUT must be a file, as a database"],
  [[...RANGE, "--format", "xml", "a"], "--format must be one of csv, ndjson"],
  [[...RANGE, "a"], "--format must be given, one of csv, ndjson, sqlite"],
  [["--to", at(0), "--format", "csv", "a"], "--from must be given, such as"],
  [["--from", at(0), "--format", "csv", "a"], "--to must be given, such as"],
  [
    ["--from", at(60), "--to", at(60), "--format", "csv", "a"],
    "--to must be later than --from",
  ],
  [
    [...RANGE, "a", "--format"],
    "--format must be followed by a value: current value is missing",
  ],
  [
    [...RANGE, "--to", at(70), "--format", "csv", "a"],
    "--to must be given once",
  ],
  [[...RANGE, "--format", "csv", "--satellites", "TERRA", "a"], "--satellites"],
  [[...RANGE, "--format", "csv", "--topic", "a/b", "a"], "--topic must be the"],
  [
    [...RANGE, "--format", "csv", "--points=5", "a"],
    "--points must be left out",
  ],
];

for (const [args, said] of WRONG) {
  Deno.test(`readExportRequest() refuses ${args.join(" ")}`, () => {
    assert.throws(
      () => readExportRequest(args),
      (error: Error) => {
        assert.ok(error instanceof RangeError);
        assert.ok(error.message.includes(said), error.message);
        assert.match(error.message, /^Cannot export as [^\n]+$/);
        // This fault, and no other one.
        assert.equal(error.message.split(" must be ").length, 2);
        return true;
      },
    );
  });
}

Deno.test("readExportRequest() names all faults at once", () => {
  assert.throws(
    () => readExportRequest(["--from", "x", "--nothing", "--format=csv"]),
    /^RangeError: Cannot export as --from must .* --nothing must .* --to must .* OUT must /,
  );
});
