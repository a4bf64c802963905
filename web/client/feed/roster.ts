/// <reference lib="dom" />
import { askServer } from "../ask_server.ts";
import type { SatelliteInfo } from "./contract.ts";

/** Of more satellites than this, not each has a panel. */
export const mostPanels = 12;

/** So many have one where nobody has chosen any. */
const firstPanels = 6;
/** The page does not wait longer to know whether there are few. */
const patienceMs = 5_000;
const wellKnown = [25994, 27424, 28376];

interface SatellitesAnswer {
  satellites: SatelliteInfo[];
  next: number | null;
}

/**
 * Which satellites the page begins with: all where there are few, and some
 * where there are very many.
 */
export class Roster {
  /** Null for all there are. */
  first: number[] | null = null;
  /** All there are, if they are few. */
  all: readonly SatelliteInfo[] = [];

  /** Whether there are more than can have a panel each. */
  get isLarge(): boolean {
    return this.first !== null;
  }

  /** The satellites of a view: those that it names, or those of the page. */
  chosen(named: number[] | null): number[] | null {
    return named ?? this.first;
  }

  /**
   * Asks the server; what it does not answer stays as it was.
   *
   * @param onAnswer Called at its first answer with the latest that its clock
   *   may be, which it tells in whole seconds: NaN where it does not.
   */
  async load(onAnswer?: (serverTimeMs: number) => void): Promise<void> {
    try {
      const patience = AbortSignal.timeout(patienceMs);
      const path = recordedPath(`limit=${mostPanels}`);
      const answer = await askServer("find satellites", path, patience);
      onAnswer?.(Date.parse(answer.headers.get("date") ?? "") + 1_000);
      const some = await answer.json() as SatellitesAnswer;
      this.first = some.next === null ? null : await findFirst(some, patience);
      this.all = some.next === null ? some.satellites : [];
    } catch {
      // The stream tells that there is no connection.
    }
  }
}

/** Those that have a panel: the first ones, where more are chosen. */
export function withPanel(chosen: number[] | null): number[] | null {
  return chosen?.slice(0, mostPanels) ?? null;
}

/** Those of a topic of their own; else well-known ones, or any. */
async function findFirst(
  some: SatellitesAnswer,
  patience: AbortSignal,
): Promise<number[]> {
  const find = (query: string) => findSatellites(query, patience);
  const own = await find(`own_topic=true&limit=${firstPanels}`);
  if (own.satellites.length > 0) return numbersOf(own);
  const known = await find(`satellites=${wellKnown.join(",")}`);
  if (known.satellites.length > 0) return numbersOf(known);
  return numbersOf(some).slice(0, wellKnown.length);
}

const numbersOf = ({ satellites }: SatellitesAnswer) =>
  satellites.map(({ norad_id }) => norad_id);

/**
 * Asks for satellites of which there are positions, as the API has it.
 *
 * @throws {Error} If the server does not answer with satellites.
 */
export function findSatellites(
  query: string,
  signal?: AbortSignal,
): Promise<SatellitesAnswer> {
  return readSatellites(recordedPath(query), signal);
}

/**
 * Asks for some of the satellites of which there are elements, and no positions.
 *
 * @throws {Error} If the server does not answer with satellites.
 */
export async function findWithElementsOnly(): Promise<SatelliteInfo[]> {
  const path = "satellites?recorded=false&limit=100";
  return (await readSatellites(path)).satellites;
}

/** Returns the path of satellites of which there are positions, below `/api/v1/`. */
export function recordedPath(query: string): string {
  return `satellites?recorded=true&${query}`;
}

/**
 * Asks for the satellites of a path.
 *
 * @throws {Error} If the server does not answer with satellites.
 */
export async function readSatellites(
  path: string,
  signal?: AbortSignal,
): Promise<SatellitesAnswer> {
  const answer = await askServer("find satellites", path, signal);
  return await answer.json() as SatellitesAnswer;
}
