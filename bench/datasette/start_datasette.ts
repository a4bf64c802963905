import { setTimeout } from "node:timers/promises";
import { PYTHON, pythonWithPackages } from "../../e2e/python_packages.ts";
import { freePort } from "../../shared/kafka_broker/free_port.ts";

/** Datasette that serves one database, in a process of its own. */
export interface Datasette extends AsyncDisposable {
  readonly url: string;
}

/** Enough for an hour at 1 Hz, and for no limit to cut it off. */
const SETTINGS = {
  max_returned_rows: 10_000,
  sql_time_limit_ms: 60_000,
  suggest_facets: "off",
  allow_facet: "off",
};

const STARTING_MS = 30_000;

/**
 * Starts Datasette on a database that does not change, which it is told so
 * that it need not count rows; fetches it where that has not been done.
 *
 * @throws {Error} If it cannot be had or does not start.
 */
export async function startDatasette(path: string): Promise<Datasette> {
  if (!PYTHON.isThere) throw new Error(`it needs ${PYTHON.what}`);
  const python = await pythonWithPackages(
    new URL("./requirements.txt", import.meta.url),
  );
  const port = freePort();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => [
    "--setting",
    name,
    String(value),
  ]);
  const child = new Deno.Command(python, {
    args: [
      ...["-m", "datasette", "serve", "--immutable", path],
      ...["--port", String(port), ...settings],
    ],
    stdout: "null",
    stderr: "null",
  }).spawn();
  const stop = async () => {
    child.kill();
    await child.status;
  };
  const url = `http://127.0.0.1:${port}`;
  for (const startMs = Date.now(); !(await answers(url));) {
    if (Date.now() - startMs > STARTING_MS) {
      await stop();
      throw new Error(`it did not start within ${STARTING_MS / 1000} s`);
    }
    await setTimeout(100);
  }
  return { url, [Symbol.asyncDispose]: stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/-/versions.json`);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
