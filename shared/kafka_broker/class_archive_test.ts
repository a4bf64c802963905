import assert from "node:assert/strict";
import { join } from "node:path";
import { findArchive } from "./class_archive.ts";
import { javaArguments } from "./java_arguments.ts";
import { prepareKafka } from "./kafka_files.ts";
import { runTool } from "./kafka_tool.ts";
import { kafkaTest } from "./testdata/test_broker.ts";

const TOOL = "kafka.tools.StorageTool";

kafkaTest("makeClassArchive() makes what Java loads classes from", async () => {
  const files = await prepareKafka(() => {});
  const { stdout } = await new Deno.Command("java", {
    args: [
      ...javaArguments(files, { level: "WARN" }),
      ...["-Xlog:class+load", TOOL, "random-uuid"],
    ],
  }).output();
  assert.match(
    new TextDecoder().decode(stdout),
    /org\.apache\.kafka\.common\.Uuid source: shared objects file \(top\)/,
  );
});

kafkaTest("makeClassArchive() may be foreign to Java", async () => {
  const { jars, archive } = await prepareKafka(() => {});
  const folder = await Deno.makeTempDir();
  // Damaged, and of other jars.
  const damaged = join(folder, "damaged.jsa");
  const bytes = await Deno.readFile(archive!);
  await Deno.writeFile(damaged, bytes.fill(0, 0, 1_000));
  const others = join(folder, "jars");
  await Deno.mkdir(others);
  for (const { name } of Deno.readDirSync(jars)) {
    // Java tells jars apart by their time.
    const put = name.startsWith("kafka_") ? Deno.copyFile : Deno.symlink;
    await put(join(jars, name), join(others, name));
  }
  for (const files of [{ jars, archive: damaged }, { jars: others, archive }]) {
    // Nor does Java's complaint get into what a tool prints.
    const printed = await runTool(files, { tool: TOOL, args: ["random-uuid"] });
    assert.match(printed, /^[\w-]{22}\n$/);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("findArchive() finds a whole one of the same Java", async () => {
  const folder = await Deno.makeTempDir();
  for (const name of ["classes-17.0.1-5.jsa", "classes-17.0.2-6.jsa"]) {
    await Deno.writeTextFile(join(folder, name), "whole");
  }
  const find = (build: string) => findArchive(folder, { major: 17, build });
  assert.equal(find("17.0.1"), join(folder, "classes-17.0.1-5.jsa"));
  assert.equal(find("17.0.2"), undefined);
  assert.equal(find("17.0.3"), undefined);
  await Deno.remove(folder, { recursive: true });
});
