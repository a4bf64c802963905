import { equal } from "node:assert/strict";
import { writeCsv } from "./write_csv.ts";

Deno.test("writeCsv() writes a head and a line a row, empty where there is nothing", () => {
  equal(
    writeCsv(["time", "altitude_km"], [["2026-08-21T10:00:00Z", 705.25], [
      "2026-08-21T10:00:01Z",
      null,
    ]]),
    "time,altitude_km\r\n2026-08-21T10:00:00Z,705.25\r\n2026-08-21T10:00:01Z,\r\n",
  );
  equal(writeCsv(["time"], []), "time\r\n");
});

Deno.test("writeCsv() quotes what would end a value or a line", () => {
  equal(
    writeCsv(["name"], [["ISS, the"], ['a "b"'], ["a\nb"]]),
    'name\r\n"ISS, the"\r\n"a ""b"""\r\n"a\nb"\r\n',
  );
});
