import { join } from "node:path";
import { createBreather } from "../../shared/breathe.ts";
import type { ProjectionInUse } from "../../shared/projection/projection.ts";
import { readRecordings } from "../../shared/projection/recordings.ts";
import {
  MINUTE_MS,
  type TimeRangeMs,
} from "../../shared/projection/time_range.ts";
import { parseTle } from "../../tle/formats/parse_tle.ts";
import { createElementMotion } from "../../tle/passes/element_motion.ts";
import { TERRA_LINE_1, TERRA_LINE_2 } from "../../tle/testdata/terra_tle.ts";
import { readMotions } from "../../web/motions/read_motions.ts";
import { createAppOnProjection } from "../../web/testdata/app_on_projection.ts";
import { type Held, measureHold } from "../event_loop_hold.ts";
import { printLine, printTitle } from "../measure.ts";
import { hundredSatellites } from "./hundred_satellites.ts";
import { recordSatellites } from "./record_satellites.ts";
import { daysFromStart, findAll, MOSCOW } from "./search.ts";

const ROUNDS = 7;
const MONTH = daysFromStart(30);
const DAY = daysFromStart(1);

const TERRA = { ...parseTle(TERRA_LINE_1, TERRA_LINE_2), name: "TERRA" };

/**
 * Passes from recorded positions, and of many satellites; and all of that
 * through the app as a request meets it.
 */
export async function benchRecordedPasses(folder: string): Promise<void> {
  for (
    const [what, stepMs] of [["second", 1_000], ["minute", MINUTE_MS]] as const
  ) {
    const link = join(folder, `passes-${what}.db`);
    await recordSatellites(link, { sets: [TERRA], range: MONTH, stepMs });
    printTitle(
      `30 days of TERRA recorded once a ${what}`,
      "250 ms, and no hold of more than 20 ms",
    );
    using benched = openApp(link);
    const { projections } = benched;
    await measure(
      "readMotions() and findPasses()",
      () => findRecorded(projections, TERRA.noradId, MONTH),
    );
    const path = `satellites/${TERRA.noradId}/passes?${over(MONTH)}`;
    for (
      const [label, query] of [
        ["GET …/passes", ""],
        ["with track", "&include=track"],
        ["from elements", "&elements=best"],
      ] as const
    ) {
      await measure(label, () => benched.get(path + query));
    }
  }
  await benchHundred(folder);
}

async function benchHundred(folder: string): Promise<void> {
  const { sets, what } = hundredSatellites();
  const link = join(folder, "passes-hundred.db");
  await recordSatellites(link, { sets, range: DAY, stepMs: MINUTE_MS });
  printTitle(
    `24 hours of ${sets.length} satellites, ${what}`,
    "150 ms, and no hold of more than 20 ms",
  );
  using benched = openApp(link);
  const { projections } = benched;
  await measure("createElementMotion() and findPasses()", async () => {
    const breathe = createBreather();
    let count = 0;
    for (const set of sets) {
      const motion = createElementMotion(set, DAY);
      count += (await findAll([motion], DAY, breathe)).length;
    }
    return count;
  });
  await measure("readMotions(), recorded, and findPasses()", async () => {
    const breathe = createBreather();
    let count = 0;
    for (const { noradId } of sets) {
      count += await findRecorded(projections, noradId, DAY, breathe);
    }
    return count;
  });
  const ids = sets.map(({ noradId }) => noradId).join(",");
  for (
    const [label, query] of [
      ["GET /passes", ""],
      ["from elements", "&elements=best"],
    ] as const
  ) {
    const path = `passes?satellites=${ids}&${over(DAY)}`;
    await measure(label, () => benched.get(path + query));
  }
}

function over({ fromMs, toMs }: TimeRangeMs): string {
  const { latitudeDeg, longitudeDeg } = MOSCOW;
  return `lat=${latitudeDeg}&lon=${longitudeDeg}&limit=1000` +
    `&from=${fromMs}&to=${toMs}`;
}

async function findRecorded(
  projections: ProjectionInUse,
  noradId: number,
  range: TimeRangeMs,
  breathe = createBreather(),
): Promise<number> {
  using lease = projections.lease();
  const { projection } = lease;
  const recordings = readRecordings(projection, [noradId]).get(noradId)!;
  const satellite = { noradId, recordings };
  const { motions } = await readMotions(
    projection,
    satellite,
    range,
    "recorded",
  );
  return (await findAll(motions, range, breathe)).length;
}

function openApp(link: string) {
  const { app, projections } = createAppOnProjection(link, () => MONTH.toMs);
  return {
    projections,
    async get(path: string): Promise<number> {
      const response = await app.request(`/api/v1/${path}`);
      if (response.status !== 200) throw new Error(await response.text());
      return (await response.json()).passes.length;
    },
    [Symbol.dispose]: () => projections.close(),
  };
}

/** Says what something took: mostly, and at first. */
async function measure(
  label: string,
  work: () => Promise<number>,
): Promise<void> {
  const first = await measureHold(work);
  const rounds: Held<number>[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await measureHold(work));
  const told = (ms: number) => ms.toFixed(1);
  const median = (of: (held: Held<number>) => number) =>
    rounds.map(of).sort((a, b) => a - b)[ROUNDS >> 1]!;
  const heldMs = Math.max(...rounds.map((round) => round.heldMs));
  const processorHeldMs = Math.max(
    ...rounds.map(({ processor }) => processor.heldMs),
  );
  printLine(
    label,
    told(median(({ ms }) => ms)),
    `ms, of a processor ${told(median(({ processor }) => processor.ms))} ` +
      `(first ${told(first.processor.ms)}); held ${told(heldMs)}, of a ` +
      `processor ${told(processorHeldMs)} (first ` +
      `${told(first.processor.heldMs)}); ${first.result} passes`,
  );
}
