import { benchElementPasses } from "./passes/element_passes_bench.ts";
import { printPassAccuracy } from "./passes/pass_accuracy.ts";
import { benchRecordedPasses } from "./passes/recorded_passes_bench.ts";

/** Passes over an observer: how fast they are found, and how well. */
export async function benchPasses(folder: string): Promise<void> {
  await benchElementPasses();
  await benchRecordedPasses(folder);
  printPassAccuracy();
}
