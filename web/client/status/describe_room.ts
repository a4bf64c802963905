import { formatDuration } from "../format.ts";
import { asLeft } from "./as_left.ts";
import type { DiskInfo, StatusAnswer, StorageInfo } from "./contract.ts";
import { formatBytes } from "./format_bytes.ts";
import type { Cell, Rows } from "./status_row.ts";
import { texts } from "./status_texts.ts";

const words = texts.room;
const dayMs = 86_400_000;
const yearDays = 365;
/** As the projector warns of them. */
const lowBytes = 2 ** 30;
const soonDays = 7;

/** How much room there is on each disk, and for how long. */
export function describeRoom(answer: StatusAnswer, nowMs: number): Rows {
  const { storage } = answer;
  const rows = storage?.disks.map((disk) => [
    {
      text: disk.holds.map((part) => words.parts[part]).join(words.and),
    },
    { text: taken(disk, storage) },
    free(disk),
    { text: growth(disk) },
    full(disk),
  ]) ?? [];
  return { rows, ...asLeft(answer, nowMs) };
}

function taken({ holds }: DiskInfo, storage: StorageInfo): string {
  return holds.map((part) => {
    const { bytes } = storage[part];
    return bytes === null ? texts.none : formatBytes(bytes);
  }).join(words.and);
}

function free({ free_bytes: bytes }: DiskInfo): Cell {
  if (bytes === null) return { text: texts.unknown };
  const text = formatBytes(bytes);
  return bytes < lowBytes ? { text, tone: "broken" } : { text };
}

function growth({ growth_bytes_per_day: bytes }: DiskInfo): string {
  return bytes === null ? words.notYet : words.growth(formatBytes(bytes));
}

function full({ full_in_days: days, growth_bytes_per_day }: DiskInfo): Cell {
  if (days === null) {
    return {
      text: growth_bytes_per_day === null ? texts.unknown : words.never,
    };
  }
  if (days >= 2 * yearDays) {
    return { text: words.years((days / yearDays).toFixed(0)) };
  }
  const text = formatDuration(days * dayMs);
  return days < soonDays ? { text, tone: "attention" } : { text };
}
