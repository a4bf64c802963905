import assert from "node:assert/strict";
import { join } from "node:path";
import { fetchJars } from "./jars.ts";
import { withPath } from "./testdata/with_path.ts";

const COPY = `for last; do :; done
folder=\${last#-DoutputDirectory=}
/bin/mkdir -p "$folder"
echo jar >"$folder/kafka.jar"`;
const ONLINE = `case $* in *--offline*) exit 1;; esac\n${COPY}`;

Deno.test("fetchJars() asks the network only where it must", async () => {
  assert.deepEqual(await fetchBy(COPY), { said: 0, names: ["jars"] });
  assert.deepEqual(await fetchBy(ONLINE), { said: 1, names: ["jars"] });
});

Deno.test("fetchJars() leaves jars that are there alone", async () => {
  const place = await Deno.makeTempDir();
  let said = 0;
  await withPath({ mvn: ONLINE }, () => fetchJars(place, () => said++));
  assert.equal(said, 0);
  await Deno.remove(place);
});

Deno.test("fetchJars() lets several fetch at once", async () => {
  const place = await Deno.makeTempDir();
  const folder = join(place, "jars");
  await withPath(
    { mvn: COPY },
    () => Promise.all([1, 2, 3, 4].map(() => fetchJars(folder, () => {}))),
  );
  assert.deepEqual(namesIn(place), ["jars"]);
  assert.deepEqual(namesIn(folder), ["kafka.jar"]);
  await Deno.remove(place, { recursive: true });
});

Deno.test("fetchJars() tells why Maven fails, and leaves nothing", async () => {
  const place = await Deno.makeTempDir();
  const fetch = () => fetchJars(join(place, "jars"), () => {});
  await assert.rejects(
    withPath({ mvn: `${COPY}\necho cannot resolve; exit 1` }, fetch),
    /must copy the jars .*it says\ncannot resolve\nSee that Maven reaches/s,
  );
  await assert.rejects(
    withPath({}, fetch),
    /Maven must be on the PATH: there is none\. Install it/,
  );
  assert.deepEqual(namesIn(place), []);
  await Deno.remove(place);
});

Deno.test("fetchJars() gives up when asked to", async () => {
  const place = await Deno.makeTempDir();
  const signal = AbortSignal.timeout(50);
  await assert.rejects(
    withPath(
      { mvn: "exec /bin/sleep 60" },
      () => fetchJars(join(place, "jars"), () => {}, signal),
    ),
    { name: "TimeoutError" },
  );
  await Deno.remove(place);
});

async function fetchBy(mvn: string) {
  const place = await Deno.makeTempDir();
  let said = 0;
  await withPath({ mvn }, () => fetchJars(join(place, "jars"), () => said++));
  const names = namesIn(place);
  await Deno.remove(place, { recursive: true });
  return { said, names };
}

function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name);
}
