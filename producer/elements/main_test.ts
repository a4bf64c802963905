import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { formatInstantUs } from "../../shared/instant.ts";
import {
  kafkaTest,
  startTestBroker,
} from "../../shared/kafka_broker/testdata/test_broker.ts";
import { bundledElementSets, findBundled } from "../../tle/bundled_elements.ts";
import type { ElementSet } from "../../tle/element_set.ts";
import { elementSetId } from "../../tle/element_set_id.ts";
import { formatOmm } from "../../tle/formats/format_omm.ts";
import { formatTle } from "../../tle/formats/format_tle.ts";
import {
  readSharedData,
  sharedDataPath,
  sharedDataTest,
} from "../../tle/testdata/shared_data.ts";
import { startCelestrak, TERRA_JSON } from "../testdata/celestrak_server.ts";
import { ElementsFolder, type FoundSet } from "../testdata/elements_folder.ts";

const terra = findBundled("TERRA")!;
const aqua = findBundled("AQUA")!;
const aura = findBundled("AURA")!;
const DAY_US = 86_400e6;
const HTML = "<!DOCTYPE html>\n<html><body>No GP data found</body></html>\n";

function later(set: ElementSet, days: number): ElementSet {
  return { ...set, epochUs: set.epochUs + days * DAY_US };
}

Deno.test("import adds the sets of a file to the log, keyed by number, and importing again adds nothing", async () => {
  await using folder = await ElementsFolder.make();
  await folder.write("some.tle", [terra, aqua, aura].map(formatTle).join(""));
  const beforeMs = Date.now();
  const first = await folder.run(["import", "some.tle"]);
  assert.deepEqual(first, {
    code: 0,
    out: "some.tle: element sets read: 3, new: 3, known already: 0, " +
      "repeated within it: 0, refused: 0\n",
    err: "",
  });
  const events = await folder.events();
  assert.deepEqual(
    events.map(({ key, event }) => [key, event.element_set, event.source]),
    [terra, aqua, aura].map((set) => [
      String(set.noradId),
      elementSetId(set),
      "file:some.tle",
    ]),
  );
  for (const { event, timestampMs } of events) {
    assert.equal(timestampMs, Date.parse(event.received_at));
    assert.ok(timestampMs >= beforeMs && timestampMs <= Date.now());
  }

  const again = await folder.run(["import", "some.tle"]);
  assert.equal(again.code, 0, again.err);
  assert.match(again.out, /new: 0, known already: 3, /);
  assert.deepEqual(await folder.events(), events);
});

Deno.test("import names each broken part with its line, and takes the others", async () => {
  await using folder = await ElementsFolder.make();
  const [line0, line1, line2] = formatTle(aqua).split("\n") as [
    string,
    string,
    string,
  ];
  const wrongSum = `${line1.slice(0, 68)}${(Number(line1.at(68)) + 1) % 10}`;
  await folder.write(
    "broken.tle",
    `${formatTle(terra)}${line0}\n${wrongSum}\n${line2}\n${formatTle(aura)}2 x`,
  );
  const { code, out, err } = await folder.run(["import", "broken.tle"]);
  assert.equal(code, 0);
  assert.match(out, /: element sets read: 2, new: 2, .*, refused: 2\n$/);
  assert.match(
    err,
    /^broken\.tle:5: Cannot parse TLE line 1 as its checksum must be \d: current value is \d\nbroken\.tle:10: .*\n$/,
  );
});

Deno.test("import quotes the first line of what is no file of elements, takes the other files, and ends with 1", async () => {
  await using folder = await ElementsFolder.make();
  await folder.write("page.html", HTML);
  await folder.write("empty.tle", "");
  await folder.write("cut.tle.gz", gzipSync(formatTle(aqua)).subarray(0, 60));
  await folder.write("latin1.html", new Uint8Array([60, 0xe9, 62, 10, 49]));
  await folder.write("good.tle", formatTle(terra));
  const { code, out, err } = await folder.run(
    ["import", "page.html", "empty.tle", "cut.tle.gz", "nosuch.tle", "."]
      .concat("latin1.html", "good.tle"),
  );
  assert.equal(code, 1);
  const lines = err.trimEnd().split("\n");
  assert.match(
    lines[0]!,
    /^page\.html:1: .*: current value is "<!DOCTYPE html>"$/,
  );
  assert.match(lines[1]!, /^empty\.tle:1: .*: current value is empty$/);
  assert.match(
    lines[2]!,
    /^Cannot import cut\.tle\.gz as it must be .*: unexpected end of file$/,
  );
  assert.match(lines[3]!, /^Cannot import nosuch\.tle as .*: No such file /);
  assert.match(lines[4]!, /^Cannot import \. as .*: Is a directory /);
  assert.equal(
    lines[5],
    "Cannot import latin1.html as it must be UTF-8: current value begins " +
      'with "<\ufffd>"',
  );
  assert.equal(lines.length, 6);
  assert.match(out, /\ngood\.tle: element sets read: 1, new: 1, /);
  assert.equal((await folder.events()).length, 1);
});

Deno.test("import takes byte-order marks, mixed line ends, gzip, and what is in a file twice once", async () => {
  await using folder = await ElementsFolder.make();
  const mixed = formatTle(terra).replace("\n", "\r\n").replace("\n2 ", "\r2 ");
  await folder.write("mixed.tle", `\uFEFF${mixed}\r\n\n${formatTle(terra)}`);
  await folder.write("packed", gzipSync(formatTle(aqua) + formatTle(terra)));
  const { code, out, err } = await folder.run([
    "import",
    "mixed.tle",
    "packed",
  ]);
  assert.equal(err, "");
  assert.equal(
    out,
    "mixed.tle: element sets read: 2, new: 1, known already: 0, " +
      "repeated within it: 1, refused: 0\n" +
      "packed: element sets read: 2, new: 1, known already: 1, " +
      "repeated within it: 0, refused: 0\n",
  );
  assert.equal(code, 0);
});

Deno.test("numbers of 6 and 9 digits are imported, listed and shown, and a TLE of them is refused", async () => {
  await using folder = await ElementsFolder.make();
  const numbered = [270_288, 799_500_766].map((noradId) => ({
    ...later(terra, 1),
    noradId,
    name: `OBJECT ${noradId}`,
  }));
  await folder.write("new.json", JSON.stringify(numbered.map(formatOmm)));
  assert.equal((await folder.run(["import", "new.json"])).code, 0);

  const list = await folder.run(["list"]);
  assert.equal(list.code, 0);
  assert.match(
    list.out,
    /^NUMBER +NAME .*\n270288 +OBJECT 270288 +1 .*\n799500766 +OBJECT 799500766 +1 .* file:new\.json\n$/,
  );
  const alpha5 = await folder.run(["show", "270288", "--format", "tle"]);
  assert.match(alpha5.out, /^OBJECT 270288\n1 T0288U /);
  const nine = await folder.run(["show", "799500766", "--format", "tle"]);
  assert.equal(nine.code, 1);
  assert.match(
    nine.err,
    /^Cannot write 799500766 as TLE as its catalogue number must be at most /,
  );
});

Deno.test("list counts each satellite's sets, and show finds one by id, newest, or nearest", async () => {
  await using folder = await ElementsFolder.make();
  const sets = [-2, 0, -9].map((days) => later(terra, days));
  await folder.write("terra.tle", sets.map(formatTle).join(""));
  await folder.write("aqua.json", JSON.stringify(formatOmm(aqua)));
  assert.equal(
    (await folder.run(["import", "terra.tle", "aqua.json"])).code,
    0,
  );

  const list = await folder.run(["list", "--satellite", "25994", "--json"]);
  const [{ last_received_at, ...summary }, ...others] = JSON.parse(list.out);
  assert.deepEqual(others, []);
  assert.ok(Date.now() - Date.parse(last_received_at) < 60_000);
  assert.deepEqual(summary, {
    norad_id: 25994,
    name: "TERRA",
    sets: 3,
    first_epoch: formatInstantUs(sets[2]!.epochUs),
    last_epoch: formatInstantUs(terra.epochUs),
    last_source: "file:terra.tle",
  });

  const newest = await folder.run(["show", "25994", "--format", "tle"]);
  assert.equal(newest.out, formatTle(terra));
  const at = ["--at", formatInstantUs(later(terra, -3).epochUs)];
  const nearest = await folder.run([
    "show",
    "25994",
    ...at,
    "--format",
    "json",
  ]);
  assert.equal(
    JSON.parse(nearest.out).epoch,
    formatInstantUs(sets[0]!.epochUs),
  );
  const omm = await folder.run(["show", elementSetId(aqua), "--format", "omm"]);
  assert.equal(omm.out, `${JSON.stringify([formatOmm(aqua)])}\n`);
  const people = await folder.run(["show", "27424"]);
  assert.match(
    people.out,
    /^ELEMENT SET +[0-9a-f]{12}\nSATELLITE +27424, AQUA, 2002-022A\nEPOCH /,
  );
  const none = await folder.run(["show", "28376"]);
  assert.equal(none.code, 1);
  assert.match(
    none.err,
    /^Cannot show 28376 as the log must hold such an element set: there is none\. /,
  );
});

Deno.test("arguments that are none end with 2 and tell the usage, as --help does with 0", async () => {
  await using folder = await ElementsFolder.make();
  const help = await folder.run(["--help"]);
  assert.equal(help.code, 0);
  assert.match(help.out, /^Usage:\n/);
  const wrong = await folder.run(["export"]);
  assert.equal(wrong.code, 2);
  assert.equal(
    wrong.err,
    "Cannot tell what to do as the first argument must be import, list, " +
      `show or fetch: current value is "export"\n${help.out}`,
  );
});

Deno.test("a log that cannot be reached is told, with 1", async () => {
  await using folder = await ElementsFolder.make("kafka://127.0.0.1:1");
  const { code, err } = await folder.run(["list"]);
  assert.equal(code, 1);
  assert.match(
    err,
    /^Cannot list topics as Kafka at 127\.0\.0\.1:1 must be reached: /,
  );
});

Deno.test("fetch adds what CelesTrak has, asks it once, and ends with 1 where it has none", async () => {
  await using folder = await ElementsFolder.make();
  const celestrak = startCelestrak();
  celestrak.answer = ({ url }) =>
    new Response(
      url.includes("CATNR=25994") ? TERRA_JSON : "No GP data found",
    );
  const variables = { CELESTRAK_URL: celestrak.url };
  try {
    const first = await folder.run(["fetch", "TERRA", "99"], variables);
    assert.equal(first.code, 1);
    assert.match(
      first.out,
      /^TERRA, received 20\S+Z: element sets read: 1, new: 1, [^\n]*\n$/,
    );
    assert.match(first.err, /^99: CelesTrak has no such object\. /);
    const again = await folder.run(["fetch", "25994"], variables);
    assert.deepEqual([again.code, again.err], [0, ""]);
    assert.match(again.out, /new: 0, known already: 1, /);
    assert.equal(celestrak.asked.length, 2);
  } finally {
    await celestrak.close();
  }
  const [{ event, timestampMs }] = await folder.events() as [FoundSet];
  assert.equal(event.source, "celestrak");
  assert.equal(timestampMs, Date.parse(event.received_at));
});

sharedDataTest(
  "a catalogue with a broken row loads the others and names the row",
  async () => {
    await using folder = await ElementsFolder.make();
    const rows = readSharedData("catalog/active_2026-08-22_omm.csv.gz")
      .split("\n");
    rows[7] = rows[7]!.replace(/,\d{4}-\d\d-\d\dT/, ",yesterday");
    await folder.write("active.csv", rows.join("\n"));
    const { code, out, err } = await folder.run(["import", "active.csv"]);
    assert.equal(code, 0);
    assert.match(out, /: element sets read: 16,399, new: 16,399, .*: 1\n$/);
    assert.equal((await folder.events()).length, 16_399);
    assert.match(err, /^active\.csv:8: .* EPOCH must be .*\n$/);
  },
);

sharedDataTest(
  "TERRA's whole history is imported, and known the next time",
  async () => {
    await using folder = await ElementsFolder.make();
    const path = sharedDataPath("elements/TERRA_25994.tle.gz");
    // Four of the 24,561 differ in nothing but how their numbers are written.
    const first = await folder.run(["import", path]);
    assert.deepEqual([first.code, first.err], [0, ""]);
    assert.equal(
      first.out,
      `${path}: element sets read: 24,629, new: 24,557, known already: 0, ` +
        "repeated within it: 72, refused: 0\n",
    );
    const again = await folder.run(["import", path]);
    assert.equal(again.code, 0);
    assert.match(
      again.out,
      /new: 0, known already: 24,557, repeated within it: 72,/,
    );
    assert.equal((await folder.events()).length, 24_557);
  },
);

kafkaTest(
  "on Kafka, too, importing twice adds nothing, whichever the partitions",
  async () => {
    await using broker = await startTestBroker();
    await using folder = await ElementsFolder.make(
      `kafka://${broker.bootstrap}`,
    );
    await folder.write("all.tle", bundledElementSets.map(formatTle).join(""));
    const partitions = { TOPIC_PARTITIONS: "3" };
    const first = await folder.run(["import", "all.tle"], partitions);
    assert.match(first.out, /new: 4, known already: 0, /, first.err);
    const again = await folder.run(["import", "all.tle"], partitions);
    assert.match(again.out, /new: 0, known already: 4, /, again.err);
    assert.equal((await folder.events()).length, 4);
  },
);
