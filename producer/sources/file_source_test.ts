import assert from "node:assert/strict";
import aqua from "../../tle/data/aqua.json" with { type: "json" };
import { TERRA_LINE_1, TERRA_LINE_2 } from "../../tle/testdata/terra_tle.ts";
import { TERRA_JSON } from "../testdata/celestrak_server.ts";
import { elementRequest, type SourceAnswer } from "./element_source.ts";
import { FileSource } from "./file_source.ts";

const TERRA_TLE = `TERRA\r\n${TERRA_LINE_1}\r\n${TERRA_LINE_2}\r\n`;
const AQUA_JSON = JSON.stringify(aqua);

interface Given {
  readonly folder: string;
  read(word: string): Promise<SourceAnswer>;
  write(name: string, text: string): Promise<void>;
}

/** @param path Below the folder of the test. */
async function withFiles(
  files: Readonly<Record<string, string>>,
  path: string,
  test: (given: Given) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const write = (name: string, text: string) =>
    Deno.writeTextFile(`${folder}/${name}`, text);
  try {
    for (const [name, text] of Object.entries(files)) await write(name, text);
    const source = new FileSource(folder + path, { nowMs: () => 1000 });
    const read = (word: string) => source.read(elementRequest(word));
    await test({ folder, read, write });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const found = ({ elementSets }: SourceAnswer) =>
  elementSets.map(({ set, source }) => `${set.noradId} ${source}`);

Deno.test("a folder is every file of elements in it, and each a group by its name", () =>
  withFiles(
    {
      "morning.tle": TERRA_TLE,
      "Afternoon.json": AQUA_JSON,
      "notes.md": "# Not elements",
    },
    "",
    async ({ read }) => {
      assert.deepEqual(found(await read("all")), [
        "27424 file:Afternoon.json",
        "25994 file:morning.tle",
      ]);
      assert.deepEqual(found(await read("afternoon")), [
        "27424 file:Afternoon.json",
      ]);
      assert.deepEqual(found(await read("25994")), ["25994 file:morning.tle"]);
    },
  ));

Deno.test("a file that changes is read again, and a new one taken up", () =>
  withFiles({ "a.json": TERRA_JSON }, "", async ({ read, write }) => {
    assert.deepEqual(found(await read("all")), ["25994 file:a.json"]);
    await write("b.json", AQUA_JSON);
    assert.deepEqual(found(await read("all")), [
      "25994 file:a.json",
      "27424 file:b.json",
    ]);
    await write(
      "a.json",
      JSON.stringify([JSON.parse(TERRA_JSON), aqua].flat(2)),
    );
    assert.deepEqual(found(await read("27424")), [
      "27424 file:a.json",
      "27424 file:b.json",
    ]);
  }));

Deno.test("a file that is spoilt is told of, and serves with what it had", () =>
  withFiles(
    { "a.json": TERRA_JSON },
    "/a.json",
    async ({ folder, read, write }) => {
      await read("25994");
      await write("a.json", "<html>not elements</html>");
      const spoilt = await read("25994");
      assert.deepEqual(found(spoilt), ["25994 file:a.json"]);
      assert.equal(spoilt.problems.length, 1);
      assert.match(spoilt.problems[0]!, /a\.json:1: .*<html>not elements/);
      await Deno.remove(`${folder}/a.json`);
      const gone = await read("25994");
      assert.deepEqual(found(gone), ["25994 file:a.json"]);
      assert.match(
        gone.problems[0]!,
        /must be there: current value is no such/,
      );
    },
  ));

Deno.test("a file that cannot be read does not cost the others of its folder", () =>
  withFiles({ "b.json": AQUA_JSON }, "", async ({ folder, read }) => {
    await Deno.symlink(`${folder}/nowhere`, `${folder}/a.json`);
    const answer = await read("all");
    assert.deepEqual(found(answer), ["27424 file:b.json"]);
    assert.match(answer.problems[0]!, /a\.json: No such file/);
    assert.equal(await read("all"), answer);
  }));

Deno.test("a broken row is named, and does not cost the others", () => {
  const rows = [...Array(7).fill({ OBJECT_NAME: "X" }), aqua];
  return withFiles(
    { "a.json": JSON.stringify(rows.flat()) },
    "",
    async ({ read }) => {
      const { elementSets, problems } = await read("all");
      assert.equal(elementSets.length, 1);
      assert.equal(problems.length, 6);
      assert.match(problems[0]!, /a\.json:1: Cannot parse OMM row 1/);
      assert.match(problems[5]!, /a\.json: 2 more are refused/);
    },
  );
});

Deno.test("a folder without elements, bytes that are no text, and no file are each told", () =>
  withFiles({ "notes.md": "" }, "", async ({ folder, read }) => {
    assert.match((await read("all")).problems[0]!, /it must hold files of/);
    await Deno.writeFile(`${folder}/a.tle`, new Uint8Array([0xff, 0xfe, 0]));
    assert.match((await read("all")).problems[0]!, /a\.tle: .*UTF-8/);
    await Deno.remove(folder, { recursive: true });
    assert.match((await read("all")).problems[0]!, /no such file/);
    await Deno.mkdir(folder);
  }));
