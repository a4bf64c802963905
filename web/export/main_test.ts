import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nextTurn } from "../../shared/breathe.ts";
import { positionsOf, TERRA } from "../testdata/given_positions.ts";
import { TestProjection } from "../testdata/test_projection.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DAY_S = 86_400;
const RANGE = ["--from", "2026-08-21", "--to", "2026-09-01"];

/** The command as `deno task export` runs it, with what it is permitted. */
function command(projection: TestProjection, args: readonly string[]) {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-P=export", "web/export/main.ts", ...args],
    cwd: ROOT,
    env: { PROJECTION: projection.link, NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}

async function run(projection: TestProjection, args: readonly string[]) {
  const { code, stdout, stderr } = await command(projection, args).output();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), said: decoder.decode(stderr) };
}

async function givenProjection(seconds: number): Promise<TestProjection> {
  const projection = new TestProjection();
  await projection.replace();
  for (let from = 0; from < seconds; from += DAY_S) {
    const to = Math.min(seconds, from + DAY_S);
    projection.commit(positionsOf(TERRA, from, to));
  }
  return projection;
}

for (const format of ["csv", "ndjson", "sqlite"]) {
  Deno.test(`the command writes ${format} into a file, and says so`, async () => {
    await using projection = await givenProjection(10_000);
    const path = join(projection.folder, "out");
    const args = [...RANGE, "--format", format, path];
    const { code, out, said } = await run(projection, args);
    assert.deepEqual([code, out], [0, ""]);
    assert.equal(said, `Exported 10,000 positions to ${path}\n`);
    assert.ok((await Deno.stat(path)).size > 500_000);
  });
}

Deno.test("the command writes nothing but rows to the standard output", async () => {
  await using projection = await givenProjection(10_000);
  const args = [...RANGE, "--format", "ndjson", "-"];
  const { code, out } = await run(projection, args);
  assert.equal(code, 0);
  const lines = out.split("\n").slice(0, -1);
  assert.equal(lines.length, 10_000);
  for (const line of lines) JSON.parse(line);
});

Deno.test("the command ends with status 1 and one line where arguments are wrong", async () => {
  await using projection = await givenProjection(1);
  const args = ["--from", "then", "--format", "xml"];
  const { code, out, said } = await run(projection, args);
  assert.deepEqual([code, out], [1, ""]);
  assert.match(
    said,
    /^Cannot export as --from must .* --format must .* --to must .* OUT must .*\n$/,
  );
});

Deno.test("the command says what is missing where there is no projection", async () => {
  await using projection = new TestProjection();
  const args = [...RANGE, "--format", "csv", "-"];
  const { code, said } = await run(projection, args);
  assert.equal(code, 1);
  assert.match(said, /^Cannot read .* as the projector has not made it yet\n$/);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test(`the command leaves no file that looks whole at ${signal}`, async () => {
    await using projection = await givenProjection(5 * DAY_S);
    const files = () =>
      [...Deno.readDirSync(projection.folder)].map(({ name }) => name)
        .filter((name) => name.startsWith("out"));
    const path = join(projection.folder, "out");
    const child = command(projection, [...RANGE, "--format=sqlite", path])
      .spawn();
    while (files().length === 0) await nextTurn(1);
    // SQLite keeps a journal beside it while it begins.
    const isPartial = (name: string) =>
      /^out\.\d+\.partial(-journal)?$/.test(name);
    assert.ok(files().every(isPartial), files().join());
    child.kill(signal);
    const { code, stderr } = await child.output();
    assert.equal(code, 1);
    assert.equal(
      new TextDecoder().decode(stderr),
      `Stopped before all was written to ${path}\n`,
    );
    assert.deepEqual(files(), []);
  });
}
