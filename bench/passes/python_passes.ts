import { createInterface } from "node:readline";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PYTHON, pythonWithPackages } from "../../e2e/python_packages.ts";
import type { TimeRangeMs } from "../../shared/projection/time_range.ts";
import type { Observer } from "../../tle/observer.ts";

/** What finds passes in Python; see `python_passes.py`. */
export type PythonLibrary =
  | "skyfield"
  | "orbit_predictor"
  | "pyorbital"
  | "every_second";

export interface PythonSearch extends TimeRangeMs {
  readonly tle: readonly [string, string];
  readonly observer: Observer;
  readonly thresholdDeg: number;
}

/** Rise, culmination and set in ms since 1970. */
export type PassTimes = readonly [number, number, number];

/** One library, in a process of its own. */
export interface PythonPasses extends AsyncDisposable {
  find(
    search: PythonSearch,
  ): Promise<{ readonly ms: number; readonly passes: readonly PassTimes[] }>;
}

/**
 * Starts what finds passes with a library; fetches the libraries where that has
 * not been done.
 *
 * @throws {Error} If they cannot be had.
 */
export async function startPythonPasses(
  library: PythonLibrary,
): Promise<PythonPasses> {
  if (!PYTHON.isThere) throw new Error(`it needs ${PYTHON.what}`);
  const python = await pythonWithPackages(
    new URL("./requirements.txt", import.meta.url),
  );
  const script = fileURLToPath(new URL("./python_passes.py", import.meta.url));
  const child = spawn(python, [script, library], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface({ input: child.stdout })
    [Symbol.asyncIterator]();
  return {
    async find({ tle, observer, thresholdDeg, fromMs, toMs }) {
      const { latitudeDeg, longitudeDeg, altitudeM } = observer;
      const search = {
        tle,
        observer: [latitudeDeg, longitudeDeg, altitudeM],
        threshold_deg: thresholdDeg,
        from_ms: fromMs,
        to_ms: toMs,
      };
      child.stdin.write(`${JSON.stringify(search)}\n`);
      const { done, value } = await answers.next();
      if (done) throw new Error(`Cannot find passes with ${library}: it ended`);
      return JSON.parse(value);
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.end();
      await ended;
    },
  };
}
