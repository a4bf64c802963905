import { formatBytes } from "./format_bytes.ts";
import type {
  DatabaseSize,
  DiskStatus,
  StorageStatus,
} from "./projector_status.ts";
import type { Warning } from "./warning.ts";

/** Time enough for people to bring a larger disk. */
const FULL_SOON_DAYS = 7;

/** Below this a rebuild or a backfill may fill it within minutes: 1 GiB. */
const LOW_BYTES = 2 ** 30;

/** Ten times what the projector cuts a write-ahead log down to. */
const LARGE_WAL_BYTES = 1_000_000_000;

/** What an operator should do about the room that everything takes. */
export function storageWarnings(storage: StorageStatus): Warning[] {
  return [
    ...storage.disks.flatMap((disk) => diskWarning(disk, storage) ?? []),
    ...walWarning(storage.projection),
  ];
}

function diskWarning(disk: DiskStatus, storage: StorageStatus): Warning | null {
  const { freeBytes, fullInDays, growthBytesPerDay } = disk;
  if (freeBytes === null) return null;
  const isLow = freeBytes < LOW_BYTES;
  const isFilling = fullInDays !== null && fullInDays < FULL_SOON_DAYS;
  if (!isLow && !isFilling) return null;
  const free = `${formatBytes(freeBytes)} free`;
  const end = fullInDays === null
    ? ""
    : `full in about ${formatDays(fullInDays)} at ${
      formatBytes(growthBytesPerDay ?? 0)
    } a day`;
  const has = isLow
    ? `has only ${free}${end && `, and will be ${end}`}`
    : `will be ${end}: it has ${free}`;
  return {
    kind: isLow ? "disk_low" : "disk_filling",
    message: `The disk of ${disk.folders.map(asFolder).join(" and ")} ${has}` +
      tellSizes(disk, storage),
    remedy:
      `Make room on it, or stop everything and move what is there to a larger one${
        disk.holds.includes("projection")
          ? "; a `projection-*.db` other than the one that PROJECTION links to " +
            "is not in use and can be deleted"
          : ""
      }`,
  };
}

function tellSizes(
  { holds }: DiskStatus,
  { eventLog, projection }: StorageStatus,
): string {
  const sizes = holds.flatMap((part) => {
    const size = part === "event_log" ? eventLog : projection;
    if (size === null) return [];
    const name = part === "event_log" ? "the event log" : "the projection";
    return [`${name} takes ${formatBytes(size.bytes)}`];
  });
  return sizes.length === 0 ? "" : `; ${sizes.join(", ")}`;
}

function walWarning(projection: DatabaseSize | null): Warning[] {
  if (projection === null) return [];
  const { path, walBytes } = projection;
  if (walBytes <= LARGE_WAL_BYTES) return [];
  return [{
    kind: "wal_large",
    message: `The write-ahead log ${path}-wal has grown to ` +
      `${formatBytes(walBytes)}: something has been reading the projection ` +
      "for long, and until it ends the log cannot be emptied",
    remedy: "End what else has the projection open, such as a backup or a " +
      "`sqlite3`, or start the web app again; the log then shrinks by itself",
  }];
}

function formatDays(days: number): string {
  const [count, unit] = days < 2 ? [days * 24, "hour"] : [days, "day"];
  const whole = Math.max(1, Math.round(count));
  return `${whole} ${unit}${whole === 1 ? "" : "s"}`;
}

function asFolder(folder: string): string {
  return folder.endsWith("/") ? folder : `${folder}/`;
}
