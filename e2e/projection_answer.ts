import type { Warning } from "../shared/status/warning.ts";
import type { RunningServices } from "./running_services.ts";

/** What `GET /api/v1/projection` answers, as far as tests ask. */
export interface ProjectionAnswer {
  readonly partitions: readonly {
    readonly topic: string;
    readonly next_offset: number | null;
    readonly lag: number | null;
    readonly lag_seconds: number | null;
    readonly halted: string | null;
  }[];
  readonly dead_letters: { readonly count: number };
  readonly warnings: readonly Warning[];
}

/** The warnings of one kind that the web app tells now. */
export async function warningsOf(
  services: RunningServices,
  kind: Warning["kind"],
): Promise<Warning[]> {
  const path = "/api/v1/projection";
  const { warnings } = await services.getJson<ProjectionAnswer>(path);
  return warnings.filter((warning) => warning.kind === kind);
}
