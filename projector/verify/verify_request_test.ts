import assert from "node:assert/strict";
import { readVerifyRequest } from "./verify_request.ts";

Deno.test("readVerifyRequest() compares all hours unless a sample is asked for", () => {
  assert.deepEqual(readVerifyRequest([], 5), {
    sample: null,
    seed: 5,
    json: false,
  });
  assert.deepEqual(
    readVerifyRequest(["--json", "--sample", "12", "--seed=4294967295"], 5),
    { sample: 12, seed: 4_294_967_295, json: true },
  );
});

Deno.test("readVerifyRequest() refuses what it does not know", () => {
  for (
    const args of [
      ["now"],
      ["--force"],
      ["--json=yes"],
      ["--sample"],
      ["--sample", "0"],
      ["--sample", "1.5"],
      ["--sample", "-3"],
      ["--sample", "3", "--seed", "4294967296"],
      ["--sample", "3", "--seed", "x"],
      ["--seed", "3"],
    ]
  ) {
    assert.throws(
      () => readVerifyRequest(args, 5),
      /^RangeError: Cannot verify as the arguments must be those of deno task verify \[--sample HOURS .*: current value is "/,
      args.join(" "),
    );
  }
});
