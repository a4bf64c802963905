import { deepEqual } from "node:assert/strict";
import { fitColumns } from "./fit_columns.ts";

const widths = new Map([["rise", 80], ["path", 90], ["light", 70]]);

Deno.test("fitColumns() keeps all that have room", () => {
  deepEqual(fitColumns(widths, 240, ["light"]), ["rise", "path", "light"]);
});

Deno.test("fitColumns() lets go in order, and no more than it must", () => {
  const order = ["light", "path"];
  deepEqual(fitColumns(widths, 239, order), ["rise", "path"]);
  deepEqual(fitColumns(widths, 169, order), ["rise"]);
  deepEqual(fitColumns(widths, 10, order), ["rise"]);
});
