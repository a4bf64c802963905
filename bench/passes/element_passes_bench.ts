import type { FoundPass } from "../../tle/passes/found_pass.ts";
import { parseTle } from "../../tle/formats/parse_tle.ts";
import { createElementMotion } from "../../tle/passes/element_motion.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../../tle/testdata/terra_tle.ts";
import { compare, print, type Run } from "../measure.ts";
import { processorMs } from "../processor_time.ts";
import { PassDifferences, printDifferences } from "./pass_differences.ts";
import {
  type PassTimes,
  type PythonPasses,
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

const OTHERS = [
  { library: "skyfield", label: "skyfield, find_events()", times: TIMES },
  {
    library: "orbit_predictor",
    label: "orbit-predictor, passes_over()",
    times: TIMES,
  },
  { library: "pyorbital", label: "pyorbital, get_next_passes()", times: 1 },
] as const;
type Other = typeof OTHERS[number] & { readonly python: PythonPasses };

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
  await using processes = new AsyncDisposableStack();
  const others: Other[] = [];
  let truth: PythonPasses;
  try {
    truth = processes.use(await startPythonPasses("every_second"));
    for (const one of OTHERS) {
      const python = processes.use(await startPythonPasses(one.library));
      others.push({ ...one, python });
    }
  } catch (error) {
    console.log(
      "\n!!! NOT MEASURED AGAINST PYTHON'S LIBRARIES, WHICH CANNOT BE HAD: " +
        `${(error as Error).message} !!!`,
    );
    print(await compare(TITLE, "searches", { ours }), TARGET);
    return;
  }
  await benchBeside(ours, others);
  await printBeside(truth, others);
}

async function benchBeside(
  ours: () => Promise<Run>,
  others: readonly Other[],
): Promise<void> {
  const contestants = others.map(({ library, label, times, python }) => {
    const run = async (): Promise<Run> => {
      let ms = 0;
      await repeat(times, async () => ms += (await python.find(SEARCH)).ms);
      return { label, count: times, ms };
    };
    return [library, run] as const;
  });
  for (const { python } of others) await python.find(SEARCH);
  const figure = await compare(TITLE, "searches", {
    ours,
    ...Object.fromEntries(contestants),
  });
  print(figure, TARGET);
}

async function printBeside(
  truth: PythonPasses,
  others: readonly Other[],
): Promise<void> {
  const expected = (await truth.find(SEARCH)).passes.map(toldOfTimes);
  const differencesOf = (passes: readonly PassTimes[]) => {
    const differences = new PassDifferences();
    differences.add(passes.map(toldOfTimes), expected);
    return differences;
  };
  const rows: { [label: string]: PassDifferences } = {
    [OURS]: differencesOf((await findOurs()).map(timesOf)),
  };
  for (const { label, python } of others) {
    rows[label] = differencesOf((await python.find(SEARCH)).passes);
  }
  printDifferences(
    "The same passes beside a look at every second with python-sgp4",
    rows,
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
