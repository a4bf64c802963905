import type { EventLog } from "../shared/event_log/event_log.ts";
import type { Settings } from "../shared/settings.ts";
import type { CurrentProjection } from "./current_projection.ts";
import { projectInto, type ProjectIntoOptions } from "./project_into.ts";
import { putInUse } from "./put_in_use.ts";
import type { Report } from "./report.ts";
import type { StatusBoard } from "./status/status_board.ts";
import type { TakenProjection } from "./take_projection.ts";

export interface ProjectLogPorts {
  readonly log: Pick<EventLog, "read">;
  readonly board: StatusBoard;
  readonly current: CurrentProjection;
  readonly report: Report;
}

export interface ProjectLogOptions
  extends Settings<"EVENT_LOG" | "PROJECTION" | "TOPICS" | "TOPIC_SATELLITES"> {
  readonly signal: AbortSignal;
}

/**
 * Projects the log into a projection, and into each that takes its place,
 * until the signal. One that is in the making is brought to the log's end
 * first, and then put in use: nobody reads half of it.
 */
export async function projectLog(
  { path, making }: Pick<TakenProjection, "path" | "making">,
  { board, current, report, ...ports }: ProjectLogPorts,
  { signal, ...settings }: ProjectLogOptions,
): Promise<void> {
  const { EVENT_LOG, PROJECTION: link, TOPICS } = settings;
  const project = (
    into: string,
    { until, signal }: Pick<ProjectIntoOptions, "until" | "signal">,
  ) => {
    report(
      `Projecting ${TOPICS.join(", ")} of ${EVENT_LOG} into ${into}`,
      "info",
    );
    return projectInto(into, { ...ports, board, current, report }, {
      ...settings,
      until,
      signal,
    });
  };
  if (making !== null) {
    // Whatever is asked for waits: half of it must not come into use.
    await project(path, { until: "end", signal });
    if (!signal.aborted) await putInUse(link, path);
    making.release();
  }
  for (let into: string | null = path; into !== null;) {
    await project(into, {
      until: "follow",
      signal: AbortSignal.any([signal, current.signal]),
    });
    into = await current.makeWay();
    if (into !== null) board.openAnother(into);
  }
}
