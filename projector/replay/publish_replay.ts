import { writeStatus } from "../../shared/status/status_file.ts";
import type { ReplayMeter } from "./replay_meter.ts";

const PUBLISH_EACH_MS = 1_000;

/**
 * Leaves how a replay is in a file for the web app, again and again, until it
 * is stopped. Where that cannot be written, as on a full disk, the replay goes
 * on: it has its own way to tell.
 *
 * @returns What stops it, with a last writing.
 */
export function publishReplay(
  path: string,
  meter: Pick<ReplayMeter, "read">,
): () => Promise<void> {
  const publish = () => writeStatus(path, meter.read()).catch(() => {});
  let publishing = publish();
  const timer = setInterval(() => {
    publishing = publishing.then(publish);
  }, PUBLISH_EACH_MS);
  return async () => {
    clearInterval(timer);
    await publishing;
    await publish();
  };
}
