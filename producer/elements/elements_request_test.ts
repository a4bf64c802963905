import assert from "node:assert/strict";
import { readElementsRequest, USAGE } from "./elements_request.ts";

const read = (text: string) => readElementsRequest(text.split(" "));

Deno.test("readElementsRequest() reads every action with its options", () => {
  assert.deepEqual(read("import a.tle b.csv"), {
    action: "import",
    paths: ["a.tle", "b.csv"],
  });
  assert.deepEqual(read("import -- -a"), { action: "import", paths: ["-a"] });
  assert.deepEqual(read("list"), {
    action: "list",
    noradId: null,
    json: false,
  });
  assert.deepEqual(read("list --json --satellite 999999999"), {
    action: "list",
    noradId: 999_999_999,
    json: true,
  });
  assert.deepEqual(read("show c27150d19d20 --format omm"), {
    action: "show",
    which: { id: "c27150d19d20" },
    format: "omm",
  });
  // An id of digits alone has more of them than a number.
  assert.deepEqual(read("show 123456789012"), {
    action: "show",
    which: { id: "123456789012" },
    format: null,
  });
  assert.deepEqual(read("show 25994 --at 2026-08-22T00:00:00.5Z"), {
    action: "show",
    which: { noradId: 25994, nearestUs: 1_787_356_800_500_000 },
    format: null,
  });
  assert.deepEqual(read("fetch 25994 stations"), {
    action: "fetch",
    words: ["25994", "stations"],
  });
  assert.deepEqual(read("fetch --all"), { action: "fetch", words: ["all"] });
  for (const text of ["--help", "-h", "import --help"]) {
    assert.deepEqual(read(text), { action: "help" });
  }
});

Deno.test("readElementsRequest() tells what is wrong, and the usage", () => {
  for (
    const [text, message] of [
      [
        "import",
        "import as there must be files to import: current value is missing",
      ],
      [
        "import --json a",
        'import as its options must be none: current value is "--json"',
      ],
      [
        "list 25994",
        'list as a satellite must be given as --satellite NUMBER: current value is "25994"',
      ],
      [
        "list --satellite TERRA",
        'list as --satellite must be a catalogue number, as in 25994: current value is "TERRA"',
      ],
      [
        "list --satellite",
        "list as --satellite must be a catalogue number, as in 25994: current value is true",
      ],
      [
        "list --json=yes",
        'list as --json must have no value: current value is "yes"',
      ],
      [
        "list --at 1",
        'list as its options must be --satellite and --json: current value is "--at"',
      ],
      [
        "show",
        'show as there must be one id, of 12 hexadecimal digits, or one catalogue number: current value is ""',
      ],
      [
        "show 1 2",
        'show as there must be one id, of 12 hexadecimal digits, or one catalogue number: current value is "1 2"',
      ],
      [
        "show 1 --format xml",
        'show as --format must be one of omm, tle, json: current value is "xml"',
      ],
      [
        "show c27150d19d20 --at 1",
        'show as an id must be given without --at: current value is "1"',
      ],
      [
        "fetch",
        'fetch as there must be catalogue numbers, names or groups, or --all alone: current value is ""',
      ],
      [
        "fetch 1 --all",
        'fetch as there must be catalogue numbers, names or groups, or --all alone: current value is "1"',
      ],
    ] as const
  ) {
    assert.throws(() => read(text), {
      name: "UsageError",
      message: `Cannot ${message}\n${USAGE}`,
    }, text);
  }
  assert.throws(
    () => read("show 1 --at noon"),
    /^UsageError: Cannot show as --at is wrong: an instant must be .*\nUsage:/,
  );
});
