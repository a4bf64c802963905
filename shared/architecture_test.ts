import assert from "node:assert/strict";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MOST_LINES = 300;

/** What the code of a folder may import of ours, beside itself. */
const ARROWS: Record<string, readonly string[]> = {
  tle: [],
  shared: ["tle"],
  producer: ["shared", "tle"],
  projector: ["shared", "tle"],
  web: ["shared", "tle"],
  "web/client": [],
};

/** The one home of each library; a folder where it has several files. */
const HOMES: Record<string, string> = {
  "@logtape/logtape": "shared/log.ts",
  "better-sqlite3": "shared/sqlite.ts",
  "chart.js": "web/client/",
  "d3-geo": "web/client/map/world_pen.ts",
  "hono": "web/",
  "ical-generator": "web/passes/write_calendar.ts",
  "prom-client": "shared/status/metrics.ts",
  "kafkajs": "shared/event_log/kafka/kafka_client.ts",
  "lz4-napi": "shared/event_log/kafka/kafka_codecs.ts",
  "satellite.js": "tle/",
  "snappy": "shared/event_log/kafka/kafka_codecs.ts",
  "topojson-client": "web/client/map/read_land.ts",
  "zod": "shared/",
};

interface SourceFile {
  readonly path: string;
  readonly lines: number;
  /** Files of ours, as paths from the root. */
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

const files = [...Object.keys(ARROWS)]
  .filter((folder) => !folder.includes("/"))
  .flatMap((folder) => [...sourceFiles(folder)]);

Deno.test("architecture: code imports only along the arrows", () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports.filter((target) => !mayImport(folderOf(path), folderOf(target)))
      .map((target) => `${path} imports ${target}`)
  );
  assert.deepEqual(wrong, []);
});

Deno.test("architecture: no file imports itself by way of others", () => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
    }
    if (done.has(path) || trail.includes(path)) return;
    for (const next of byPath.get(path)?.imports ?? []) {
      visit(next, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  assert.deepEqual(cycles, []);
});

Deno.test("architecture: each library has one home", () => {
  const wrong = files.flatMap(({ path, packages }) =>
    packages.filter((name) => !path.startsWith(HOMES[name] ?? "nowhere"))
      .map((name) => `${path} imports ${name}`)
  );
  assert.deepEqual(wrong, []);
});

Deno.test("architecture: a file stays short enough to hold one thing", () => {
  const long = files.filter(({ lines }) => lines > MOST_LINES);
  assert.deepEqual(long.map(({ path, lines }) => `${path}: ${lines}`), []);
});

Deno.test("architecture: tle/ has no effects", () => {
  const wrong = files.filter(({ path }) => path.startsWith("tle/"))
    .filter(({ path }) =>
      /\bDeno\.|\bfetch\(|\bDate\.now\(|node:fs/.test(read(path))
    );
  assert.deepEqual(wrong.map(({ path }) => path), []);
});

function mayImport(from: string, to: string): boolean {
  return from === to || ARROWS[from]!.includes(to);
}

function folderOf(path: string): string {
  if (path.startsWith("web/client/")) return "web/client";
  return path.slice(0, path.indexOf("/"));
}

/** The code that ships: no tests, and nothing that only tests use. */
function* sourceFiles(folder: string): Generator<SourceFile> {
  for (const { name, isDirectory } of Deno.readDirSync(join(ROOT, folder))) {
    const path = `${folder}/${name}`;
    if (isDirectory) {
      if (name !== "testdata" && name !== "dist") yield* sourceFiles(path);
    } else if (name.endsWith(".ts") && !/_(test|contract)\.ts$/.test(name)) {
      yield parse(path);
    }
  }
}

function parse(path: string): SourceFile {
  const text = read(path);
  const specifiers = [
    ...text.matchAll(/^(?:import|export)\s[^;"()=/]*?\bfrom "([^"]+)"/gm),
    ...text.matchAll(/\b(?:import|new URL)\(\s*"([^"]+)"/g),
    ...text.matchAll(/^import "([^"]+)"/gm),
  ].map((match) => match[1]!);
  const ours = specifiers.filter((specifier) => /^\.\.?\//.test(specifier));
  return {
    path,
    lines: text.split("\n").length - 1,
    imports: ours.filter((specifier) => specifier.endsWith(".ts"))
      .map((specifier) => relative(ROOT, join(ROOT, dirname(path), specifier))),
    packages: specifiers.filter((specifier) => !/^(\.|node:)/.test(specifier))
      .map((specifier) =>
        specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1)
          .join("/")
      ),
  };
}

function read(path: string): string {
  return Deno.readTextFileSync(join(ROOT, path));
}
