import { createBulkPropagator } from "../tle/bulk_propagator.ts";
import { sampleCatalogue } from "./sample_catalogue.ts";

export interface PropagationWork {
  /** Which part of the catalogue, of how many equal ones. */
  readonly part: number;
  readonly parts: number;
  readonly timesMs: readonly number[];
}

declare const self: Worker;

const propagator = await createBulkPropagator();
const catalogue = sampleCatalogue();

self.onmessage = ({ data }: MessageEvent<PropagationWork>) => {
  const { part, parts, timesMs } = data;
  const size = Math.ceil(catalogue.length / parts);
  const sets = catalogue.slice(part * size, (part + 1) * size);
  let known = 0;
  for (const timeMs of timesMs) {
    for (const isKnown of propagator.positionsAt(sets, [timeMs]).isKnown) {
      known += isKnown;
    }
  }
  self.postMessage(known);
};
self.postMessage("ready");
