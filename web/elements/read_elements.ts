import { createBreather } from "../../shared/breathe.ts";
import { formatInstant } from "../../shared/instant.ts";
import {
  latestElementSet,
  nearestElementSet,
  readElementSets,
} from "../../shared/projection/element_sets/read_element_sets.ts";
import { recordedElementSet } from "../../shared/projection/element_sets/recorded_element_set.ts";
import type { StoredElementSet } from "../../shared/projection/element_sets/stored_element_set.ts";
import type { Projection } from "../../shared/projection/projection.ts";
import type { Recording } from "../../shared/projection/recordings.ts";
import { Problem } from "../problem.ts";
import { type ElementsRequest, formatPlace } from "./elements_request.ts";

/** So many are read at a time, which takes some 2 ms. */
const CHUNK = 200;

/** A satellite, and what is recorded of it, the preferred topic first. */
export interface AskedSatellite {
  readonly noradId: number;
  readonly recordings: readonly Recording[];
}

/** What a request finds. */
export interface FoundElements {
  readonly sets: readonly StoredElementSet[];
  /** The cursor of the next page; null at the end. */
  readonly next: string | null;
  /** The position that says what was in use, where that was asked for. */
  readonly recorded?: { readonly time: string; readonly topic: string };
}

/**
 * Reads the element sets of a request, and lets others run meanwhile.
 *
 * @throws {Problem} 404, if there is no set in force then.
 */
export async function readElements(
  projection: Projection,
  satellite: AskedSatellite,
  request: ElementsRequest,
): Promise<FoundElements> {
  return request.kind === "one"
    ? readOne(projection, satellite, request)
    : await readHistory(projection, satellite.noradId, request);
}

async function readHistory(
  projection: Projection,
  noradId: number,
  { from, toMs, limit }: ElementsRequest & { readonly kind: "history" },
): Promise<FoundElements> {
  const breathe = createBreather();
  const sets: StoredElementSet[] = [];
  // One more than is wanted tells whether there is a next page.
  for (let place = from; sets.length <= limit;) {
    const chunk = readElementSets(projection, noradId, {
      from: place,
      toUs: toMs * 1000,
      limit: Math.min(CHUNK, limit + 2 - sets.length),
    });
    // The chunk begins with the last set of the one before.
    const news = sets.length === 0 ? chunk : chunk.slice(1);
    if (news.length === 0) break;
    sets.push(...news);
    place = sets.at(-1)!;
    await breathe();
  }
  const following = sets[limit];
  const next = following === undefined ? null : formatPlace(following);
  return { sets: sets.slice(0, limit), next };
}

function readOne(
  projection: Projection,
  { noradId, recordings }: AskedSatellite,
  { mode, atMs }: ElementsRequest & { readonly kind: "one" },
): FoundElements {
  if (mode === "recorded") {
    const found = recordedElementSet(projection, recordings, atMs);
    if (found === null) {
      throw noSet(
        noradId,
        `no position is recorded up to ${formatInstant(atMs)}`,
      );
    }
    const { set, position, topic } = found;
    const time = formatInstant(position.timeMs);
    if (set === null) {
      throw noSet(
        noradId,
        `its position of ${time} on ${topic} names none that has arrived`,
      );
    }
    return { sets: [set], next: null, recorded: { time, topic } };
  }
  const set = mode === "latest"
    ? latestElementSet(projection, noradId)
    : nearestElementSet(projection, noradId, atMs);
  if (set === null) throw noSet(noradId, "none has arrived");
  return { sets: [set], next: null };
}

function noSet(noradId: number, why: string): Problem {
  return new Problem(404, `Cannot find element sets of ${noradId} as ${why}`);
}
