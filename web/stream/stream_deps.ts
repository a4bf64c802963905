import type { ProjectionInUse } from "../../shared/projection/projection.ts";
import type { ClientRegistry } from "./client_registry.ts";
import type { LiveFeed } from "./live_feed.ts";

/** What the web app is given to work with. */
export interface StreamDeps {
  readonly projections: ProjectionInUse;
  readonly feed: LiveFeed;
  readonly clients: ClientRegistry;
  readonly nowMs: () => number;
  readonly onError: (error: Error) => void;
}
