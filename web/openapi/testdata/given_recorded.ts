import { elementSetRecorded } from "../../../shared/events/element_set_recorded.ts";
import {
  replayStatusPath,
  statusPath,
  writeStatus,
} from "../../../shared/status/status_file.ts";
import {
  partitionOf,
  statusOf,
  topicOf,
} from "../../../shared/status/testdata/given_status.ts";
import { findBundled } from "../../../tle/bundled_elements.ts";
import type { ElementSet } from "../../../tle/element_set.ts";
import { recordedOrbit } from "../../testdata/recorded_orbit.ts";
import { TestApp } from "../../testdata/test_app.ts";
import { REPLAY_STATUS_VERSION } from "../../../shared/status/replay_status.ts";

const DAY_MS = 86_400_000;
const terra = findBundled("TERRA")!;
/** A whole second, as a producer records at. */
const NOW_MS = Math.floor(terra.epochUs / 1e6) * 1000 + DAY_MS;

/** TERRA's set as it might have been some days before. */
function earlier(days: number): ElementSet {
  const turned = terra.meanAnomalyDeg - days * terra.meanMotion * 360;
  return {
    ...terra,
    epochUs: terra.epochUs - days * DAY_MS * 1000,
    meanAnomalyDeg: ((turned % 360) + 360) % 360,
  };
}

/**
 * An app as it is after a day with TERRA, so that each of its answers has
 * something in all of its parts.
 */
export async function givenRecorded(): Promise<TestApp> {
  const sets = [earlier(3), earlier(1), terra];
  const test = await TestApp.given(
    sets.map((set) =>
      elementSetRecorded(set, { source: "test", timeMs: NOW_MS })
    ),
  );
  test.nowMs = NOW_MS;
  const range = { fromMs: NOW_MS - DAY_MS, toMs: NOW_MS };
  const topic = "terra_topic";
  const positions = recordedOrbit(terra, range, 10_000)
    .filter((_, i) => i < 8_400 || i > 8_500)
    .map((one, i) => i < 8_500 ? one : { ...one, origin: "backfill" as const });
  test.projection.commit(positions, { topic });
  test.projection.commitRecords([
    { key: null, value: new TextEncoder().encode("?"), timestampMs: NOW_MS },
  ], { topic });
  test.projection.deriveAll();
  await writeStatus(
    statusPath(test.projection.link),
    statusOf({
      updatedMs: NOW_MS,
      topics: [topicOf({ retentionMs: 1_000 })],
      partitions: [partitionOf({ deadLetters: 1 })],
    }),
  );
  await writeStatus(replayStatusPath(test.projection.link), {
    version: REPLAY_STATUS_VERSION,
    startedMs: NOW_MS - 20_000,
    updatedMs: NOW_MS,
    phase: "applying",
    failure: null,
    recordsDone: 600,
    recordsInAll: 1_000,
    recordsPerSecond: 30,
    comparison: { atMs: NOW_MS - DAY_MS, hours: 24, differingHours: 1 },
  });
  return test;
}
