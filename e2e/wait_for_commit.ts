import { setTimeout as sleep } from "node:timers/promises";
import { projectionOf, readRevision } from "../shared/projection/projection.ts";
import { readProjectionLink } from "../shared/projection/projection_link.ts";
import { readProjection } from "./compare_with_log.ts";

const POLL_MS = 5;

/** Waits for the next commit behind a link, or a switch; gives up in time. */
export async function waitForCommit(
  link: string,
  mostMs: number,
): Promise<void> {
  const before = readState(link);
  const deadlineMs = performance.now() + mostMs;
  while (readState(link) === before && performance.now() < deadlineMs) {
    await sleep(POLL_MS);
  }
}

/** Another text after each commit. */
function readState(link: string): string {
  const path = readProjectionLink(link);
  if (path === null) return "none";
  const revision = readProjection(
    link,
    (db) => readRevision(projectionOf(db)),
  );
  return `${path} ${revision}`;
}
