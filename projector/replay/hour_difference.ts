import { formatInstant } from "../../shared/instant.ts";
import type { HourColumns } from "../../shared/projection/hour_columns.ts";

/** What is not the same in one hour of two projections. */
export interface HourDifference {
  readonly noradId: number;
  readonly topic: string;
  readonly hourMs: number;
  /** How many positions only the one in use holds. */
  readonly onlyInUse: number;
  readonly onlyRebuilt: number;
  /** How many both hold, and not alike. */
  readonly differing: number;
  /** One of all these, in words. */
  readonly example: string;
}

/** The content of an hour, by a name for each element set. */
export interface HourContent {
  readonly columns: HourColumns;
  readonly elementSetId: (ref: number) => string | null;
}

type Found = Omit<HourDifference, "noradId" | "topic" | "hourMs">;

/** Finds what differs between two contents of one hour; null if nothing. */
export function findDifference(
  inUse: HourContent,
  rebuilt: HourContent,
): Found | null {
  const [a, b] = [inUse.columns.timeMs, rebuilt.columns.timeMs];
  let [onlyInUse, onlyRebuilt, differing] = [0, 0, 0];
  let example: string | null = null;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const timeMs = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    const left = a[i] === timeMs ? describe(inUse, i++) : null;
    const right = b[j] === timeMs ? describe(rebuilt, j++) : null;
    if (left === right) continue;
    if (right === null) onlyInUse++;
    else if (left === null) onlyRebuilt++;
    else differing++;
    example ??= `${formatInstant(timeMs)}: ` +
      `${left ?? "nothing"} in use, ${right ?? "nothing"} from the log`;
  }
  return example === null
    ? null
    : { onlyInUse, onlyRebuilt, differing, example };
}

function describe({ columns, elementSetId }: HourContent, i: number): string {
  const { latitudeE6, longitudeE6, altitudeE4, origin } = columns;
  const { elementSetRef, partition, offset, sample } = columns;
  return `${latitudeE6[i]! / 1e6}°, ${longitudeE6[i]! / 1e6}°, ` +
    `${altitudeE4[i]! / 1e4} km, ${origin[i] === 0 ? "live" : "backfill"}, ` +
    `elements ${elementSetId(elementSetRef[i]!) ?? "unknown"}, ` +
    `partition ${partition[i]}, offset ${offset[i]}, sample ${sample[i]}`;
}
