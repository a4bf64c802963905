import { createHash } from "node:crypto";
import type { Context, Hono } from "hono";
import { Problem } from "./problem.ts";

/** As index.html names them, where later ones overrule; and that of /docs. */
const STYLES = [
  "base",
  "controls",
  "header",
  "warnings",
  "time_control",
  "scrubber",
  "range_form",
  "satellites",
  "origin_card",
  "satellite_table",
  "one_satellite",
  "map",
  "passes",
  "place_form",
  "pass_filters",
  "passes_table",
  "pass_details",
  "status",
  "export",
  "docs",
  "dashboard",
  "print",
];

/** One page for all of them: its script knows which is meant. */
const PAGES = ["/", "/passes", "/elements", "/status"];

const FILES = [
  ...PAGES.map((path) => ({
    path,
    file: "static/index.html",
    type: "text/html; charset=utf-8",
  })),
  ...STYLES.map((name) => ({
    path: `/${name}.css`,
    file: `static/${name}.css`,
    type: "text/css; charset=utf-8",
  })),
  // Browsers ask for the second one beside what is no page, as JSON.
  ...["/favicon.svg", "/favicon.ico"].map((path) => ({
    path,
    file: "static/favicon.svg",
    type: "image/svg+xml",
  })),
  ...["app", "docs"].map((name) => ({
    path: `/${name}.js`,
    file: `client/dist/${name}.js`,
    type: "text/javascript; charset=utf-8",
  })),
  {
    path: "/land.json",
    file: "client/dist/land.json",
    type: "application/json",
    cacheControl: "max-age=86400",
  },
];

/** Where there is something of the page. */
export const STATIC_PATHS = FILES.map(({ path }) => path);

/** A browser asks whether what it has is still so. */
const ASK_AGAIN = "no-cache";

/**
 * Serves the page's files. They are read anew at each request, so that a page
 * under work needs no restart; a browser that has one gets 304.
 */
export function serveStaticFiles(app: Hono): void {
  for (const { path, ...file } of FILES) {
    app.get(path, async (c) => respond(c, await read(file.file), file));
  }
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await Deno.readFile(new URL(file, import.meta.url));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new Problem(
      404,
      `Cannot find web/${file}: make the page with \`deno task page\``,
    );
  }
}

function respond(
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  { type, cacheControl = ASK_AGAIN }: { type: string; cacheControl?: string },
): Response {
  const hash = createHash("sha256").update(bytes).digest("base64url");
  const etag = `"${hash.slice(0, 16)}"`;
  c.header("etag", etag);
  c.header("cache-control", cacheControl);
  // Compressed, it comes back as a weak one: with W/ before it.
  if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304);
  c.header("content-type", type);
  c.header("content-length", String(bytes.length));
  return c.body(bytes);
}
