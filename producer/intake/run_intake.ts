import { ElementAges } from "./element_ages.ts";
import { ElementIntake, type IntakePorts } from "./element_intake.ts";
import type { FoundSatellites } from "./find_satellites.ts";
import { WatchListReader } from "./watch_list_reader.ts";

/** How often sources and watch file are looked at; looking costs little. */
const LOOK_EVERY_MS = 1000;

/** How often ages are. */
const AGES_EVERY_MS = 60_000;

export interface IntakeOptions {
  readonly found: FoundSatellites;
  /** Undefined where nothing is watched. */
  readonly watchFile: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Takes up newer element sets and what the watch file asks for as they come,
 * and tells when elements have grown old; until the signal.
 */
export async function runIntake(
  ports: IntakePorts,
  { found, watchFile, signal }: IntakeOptions,
): Promise<void> {
  const { clock, report } = ports;
  const intake = new ElementIntake(found, ports);
  const ages = new ElementAges(report);
  const watchList = new WatchListReader(watchFile);
  let agesMs = -Infinity;
  while (!signal.aborted) {
    if (clock.nowMs() >= agesMs) {
      ages.tell(intake.satellites, clock.nowMs());
      agesMs = clock.nowMs() + AGES_EVERY_MS;
    }
    await intake.look(await watchList.read(), signal);
    await clock.sleepUntil(clock.nowMs() + LOOK_EVERY_MS, signal);
  }
}
