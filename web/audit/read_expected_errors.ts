import { createBreather } from "../../shared/breathe.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import { readRecordings } from "../../shared/projection/recordings.ts";
import {
  expectedErrorJson,
  type ExpectedErrorOfSetJson,
} from "./expected_error_json.ts";
import { readPercentiles } from "./read_percentiles.ts";
import { setInForce } from "./set_in_force.ts";

/**
 * How far off each of some satellites is to be expected at an instant, as
 * their audits tell it; null where no elements of one are known. Others run
 * meanwhile.
 */
export async function readExpectedErrors(
  projection: Projection,
  noradIds: readonly number[],
  timeMs: number,
): Promise<Map<number, ExpectedErrorOfSetJson | null>> {
  const breathe = createBreather();
  const all = readRecordings(projection, noradIds);
  const errors = new Map<number, ExpectedErrorOfSetJson | null>();
  for (const noradId of noradIds) {
    const recordings = all.get(noradId) ?? [];
    const set = setInForce(projection, { noradId, recordings }, timeMs);
    errors.set(
      noradId,
      set && expectedErrorJson(
        set,
        await readPercentiles(projection, noradId, timeMs),
        timeMs,
      ),
    );
    await breathe();
  }
  return errors;
}
