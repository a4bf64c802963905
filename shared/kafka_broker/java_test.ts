import assert from "node:assert/strict";
import { findJava, hasMaven } from "./java.ts";
import { withPath } from "./testdata/with_path.ts";

const DEBIAN = `echo 'openjdk version "17.0.15" 2025-04-15
OpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)' >&2`;

Deno.test("findJava() tells the version and build", async () => {
  assert.deepEqual(await withPath({ java: DEBIAN }, findJava), {
    major: 17,
    build: "17.0.15+6-Debian-1deb12u1",
  });
});

Deno.test("findJava() refuses a Java that is too old", async () => {
  for (const [version, major] of [["11.0.2", 11], ["1.8.0_402", 8]]) {
    const java = `echo 'openjdk version "${version}" 2019' >&2`;
    await assert.rejects(withPath({ java }, findJava), {
      message: "Cannot run Kafka as Java must be 17 or later: current value " +
        `is ${major}. Install a JDK, for example openjdk-17-jdk-headless, ` +
        "and see that its bin folder is on the PATH.",
    });
  }
});

Deno.test("findJava() says that there is no Java", async () => {
  const refusal = /must be on the PATH: there is no Java\. Install a JDK/;
  await assert.rejects(withPath({}, findJava), refusal);
  // So does macOS where nothing is installed.
  const java = "echo no runtime >&2; exit 1";
  await assert.rejects(withPath({ java }, findJava), refusal);
});

Deno.test("hasMaven() tells whether Maven is on the PATH", async () => {
  assert.equal(await withPath({}, hasMaven), false);
  assert.equal(await withPath({ mvn: "echo Maven" }, hasMaven), true);
});
