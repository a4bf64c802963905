import { eciToGeodetic, gstime, propagate, type SatRec } from "satellite.js";
import { MINUTE_MS } from "../shared/projection/time_range.ts";
import { createBulkPropagator } from "../tle/bulk_propagator.ts";
import { createSatRec } from "../tle/sat_rec.ts";
import { compare, print, printTimes, timed } from "./measure.ts";
import type { PropagationWork } from "./propagation_worker.ts";
import { START_MS } from "./sample_events.ts";
import { CATALOGUE_SIZE, sampleCatalogue } from "./sample_catalogue.ts";

const TIMES_MS = Array.from({ length: 20 }, (_, i) => START_MS + i * MINUTE_MS);
const POSITIONS = CATALOGUE_SIZE * TIMES_MS.length;
const THREADS = 2;

/**
 * A whole catalogue, minute by minute, against satellite.js used as its
 * documentation shows it: `propagate` and its conversion to geodetic.
 */
export async function benchPropagation(): Promise<void> {
  const sets = sampleCatalogue();
  const satRecs = sets.map(createSatRec);
  using propagator = await createBulkPropagator();
  const setUpMs = performance.now();
  propagator.positionsAt(sets, TIMES_MS.slice(0, 1));
  printTimes("Setting up a catalogue, once", {
    [`${CATALOGUE_SIZE} objects`]: [performance.now() - setUpMs],
  });

  const workers = await Promise.all(
    Array.from({ length: THREADS }, startWorker),
  );
  const runWorkers = () =>
    Promise.all(workers.map(async (worker, part) => {
      const parts = workers.length;
      return await ask(worker, { part, parts, timesMs: TIMES_MS });
    }));
  // Their setting up is not counted either.
  await runWorkers();
  try {
    print(
      await compare(
        "Propagate a catalogue to geodetic positions",
        "positions",
        {
          ours: () => timed("bulk, two threads", POSITIONS, runWorkers),
          one: () =>
            timed("bulk, one thread", POSITIONS, () => {
              for (const timeMs of TIMES_MS) {
                propagator.positionsAt(sets, [timeMs]);
              }
            }),
          plain: () =>
            timed("propagate() and eciToGeodetic()", POSITIONS, () => {
              for (const timeMs of TIMES_MS) propagatePlainly(satRecs, timeMs);
            }),
        },
      ),
      "3 times plain on two threads",
    );
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

function propagatePlainly(satRecs: readonly SatRec[], timeMs: number): number {
  const date = new Date(timeMs);
  const angle = gstime(date);
  let heightKm = 0;
  for (const satRec of satRecs) {
    const state = propagate(satRec, date);
    if (state !== null) heightKm += eciToGeodetic(state.position, angle).height;
  }
  return heightKm;
}

async function startWorker(): Promise<Worker> {
  const url = new URL("./propagation_worker.ts", import.meta.url);
  const worker = new Worker(url, { type: "module" });
  await answer(worker);
  return worker;
}

async function ask(worker: Worker, work: PropagationWork): Promise<number> {
  const answered = answer(worker);
  worker.postMessage(work);
  return await answered as number;
}

function answer(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}
