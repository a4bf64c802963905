import type { ProjectionInUse } from "../../shared/projection/projection.ts";
import type { KnownObserver } from "../observers/known_observer.ts";

/** What the routes of passes need. */
export interface PassesDeps {
  readonly projections: ProjectionInUse;
  readonly nowMs: () => number;
  readonly observers: readonly KnownObserver[];
}
