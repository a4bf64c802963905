import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { parseTle } from "../../tle/formats/parse_tle.ts";
import { createElementMotion } from "../../tle/passes/element_motion.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../../tle/testdata/terra_tle.ts";
import { compare, print, type Run } from "../measure.ts";
import { processorMs } from "../processor_time.ts";
import { PassDifferences, printDifferences } from "./pass_differences.ts";
import {
  type PassTimes,
  type PythonLibrary,
  startPythonPasses,
} from "./python_passes.ts";
import { daysFromStart, findAll, MOSCOW } from "./search.ts";
import { toldOfTimes } from "./told_pass.ts";

const TITLE =
  "30 days of TERRA's passes over Moscow, from elements, in processor time";
const TARGET = "25 ms, where skyfield takes 106, orbit-predictor 43";
const OURS = "findPasses()";
/** So often in a round, but for what takes seconds. */
const TIMES = 5;

const RANGE = daysFromStart(30);
const SEARCH = {
  ...RANGE,
  tle: [TERRA_LINE_1, TERRA_LINE_2],
  observer: MOSCOW,
  thresholdDeg: 0,
} as const;

/** Ours beside what Python has, and all of them beside the truth. */
export async function benchElementPasses(): Promise<void> {
  const ours = async (): Promise<Run> => {
    const startMs = processorMs();
    await repeat(TIMES, findOurs);
    return { label: OURS, count: TIMES, ms: processorMs() - startMs };
  };
  // So that code is compiled before it is measured.
  await ours();
  try {
    await benchBesidePython(ours);
  } catch (error) {
    console.log(
      "\n!!! NOT MEASURED AGAINST PYTHON'S LIBRARIES, WHICH CANNOT BE HAD: " +
        `${(error as Error).message} !!!`,
    );
    print(await compare(TITLE, "searches", { ours }), TARGET);
  }
}

async function benchBesidePython(ours: () => Promise<Run>): Promise<void> {
  await using processes = new AsyncDisposableStack();
  const found = new Map<string, readonly PassTimes[]>();
  const start = async (
    label: string,
    library: PythonLibrary,
    times = TIMES,
  ): Promise<() => Promise<Run>> => {
    const python = processes.use(await startPythonPasses(library));
    const find = async (count: number) => {
      let ms = 0;
      await repeat(count, async () => {
        const answer = await python.find(SEARCH);
        ms += answer.ms;
        found.set(label, answer.passes);
      });
      return { label, count, ms };
    };
    await find(1);
    return () => find(times);
  };
  print(
    await compare(TITLE, "searches", {
      ours,
      skyfield: await start("skyfield, find_events()", "skyfield"),
      predictor: await start(
        "orbit-predictor, passes_over()",
        "orbit_predictor",
      ),
      pyorbital: await start("pyorbital, get_next_passes()", "pyorbital", 1),
    }),
    TARGET,
  );
  found.set(OURS, (await findOurs()).map(timesOf));
  const truth = processes.use(await startPythonPasses("every_second"));
  const expected = (await truth.find(SEARCH)).passes.map(toldOfTimes);
  const differences = [...found].map(([label, passes]) => {
    const one = new PassDifferences();
    one.add(passes.map(toldOfTimes), expected);
    return [label, one] as const;
  });
  printDifferences(
    "The same passes beside a look at every second with python-sgp4",
    Object.fromEntries(differences),
    "0.05 s at rise and set, 0.1 s at culmination",
  );
}

async function findOurs(): Promise<FoundPass[]> {
  const elementSet = parseTle(TERRA_LINE_1, TERRA_LINE_2);
  return await findAll([createElementMotion(elementSet, RANGE)], RANGE);
}

function timesOf({ aosMs, tcaMs, losMs }: FoundPass): PassTimes {
  return [aosMs, tcaMs, losMs];
}

async function repeat(
  times: number,
  work: () => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < times; i++) await work();
}
