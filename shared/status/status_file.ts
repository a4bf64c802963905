import { dirname, join } from "node:path";
import { type ProjectorStatus, STATUS_VERSION } from "./projector_status.ts";
import { REPLAY_STATUS_VERSION, type ReplayStatus } from "./replay_status.ts";

/**
 * Room is taken in steps of this, in bytes, so that on a full disk a status
 * that is a little longer than the one before still has its place.
 */
const STEP_BYTES = 4_096;

/** Where the projector leaves its status: beside the projection's link. */
export function statusPath(link: string): string {
  return join(dirname(link), "projector_status.json");
}

/** Where a replay leaves its own. */
export function replayStatusPath(link: string): string {
  return join(dirname(link), "replay_status.json");
}

/**
 * Writes a status in place of the one before, in one step. On a
 * full disk, which is when it matters most, it overwrites that one instead: a
 * reader may then find half of each and has to look again.
 *
 * @throws {Error} If it cannot be written.
 */
export async function writeStatus(
  path: string,
  status: ProjectorStatus | ReplayStatus,
): Promise<void> {
  const bytes = pad(new TextEncoder().encode(JSON.stringify(status)));
  const next = `${path}.next`;
  try {
    await Deno.writeFile(next, bytes);
    await Deno.rename(next, path);
  } catch {
    await Deno.remove(next).catch(() => {});
    await overwrite(path, bytes);
  }
}

/** The status that the projector left; null where there is none to be read. */
export async function readStatus(
  path: string,
): Promise<ProjectorStatus | null> {
  return await read<ProjectorStatus>(path, STATUS_VERSION);
}

/** The status that a replay left; null where there is none to be read. */
export async function readReplayStatus(
  path: string,
): Promise<ReplayStatus | null> {
  return await read<ReplayStatus>(path, REPLAY_STATUS_VERSION);
}

async function read<T>(path: string, version: number): Promise<T | null> {
  try {
    const status = JSON.parse(await Deno.readTextFile(path));
    return status?.version === version ? status : null;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function overwrite(path: string, bytes: Uint8Array): Promise<void> {
  using file = await Deno.open(path, { read: true, write: true });
  const { size } = await file.stat();
  // What was longer before must not show behind the end of this.
  const padded = new Uint8Array(Math.max(size, bytes.length)).fill(SPACE);
  padded.set(bytes);
  let written = 0;
  while (written < padded.length) {
    written += await file.write(padded.subarray(written));
  }
}

const SPACE = 0x20;

function pad(bytes: Uint8Array): Uint8Array {
  const length = Math.ceil(bytes.length / STEP_BYTES) * STEP_BYTES;
  const padded = new Uint8Array(length).fill(SPACE);
  padded.set(bytes);
  return padded;
}
