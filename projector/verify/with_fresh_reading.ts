import { openEventLog } from "../../shared/event_log/open_event_log.ts";
import type { ProjectorSettings } from "../projector_settings.ts";
import {
  type BuilderPorts,
  ProjectionBuilder,
} from "../replay/projection_builder.ts";
import { createScratch } from "./scratch_projection.ts";

/**
 * Gives an action a projection that it can fill from the log, and takes it
 * away when the action has ended, however that was.
 */
export async function withFreshReading<T>(
  settings: ProjectorSettings,
  ports: Omit<BuilderPorts, "log" | "onNoRoom">,
  action: (builder: ProjectionBuilder) => Promise<T>,
): Promise<T> {
  const { EVENT_LOG: eventLog, PROJECTION: link } = settings;
  await using scratch = await createScratch(link, Date.now());
  const log = await openEventLog(eventLog, settings);
  const builder = await ProjectionBuilder.open(
    scratch.path,
    { ...ports, log, onNoRoom: explainNoRoom },
    settings,
  );
  try {
    return await action(builder);
  } finally {
    await builder.close();
    await log.close();
  }
}

function explainNoRoom(reason: string): Error {
  return new Error(
    "Cannot verify as there must be room for a second projection beside the " +
      `one in use: ${reason}. Make room, or verify less, as with --sample 100`,
  );
}
