import type { createWebApp } from "../web/app.ts";
import type { LiveFeed } from "../web/stream/live_feed.ts";

/** The web app on a projection of one satellite and one day. */
export interface BenchedApp {
  readonly app: ReturnType<typeof createWebApp>;
  readonly feed: LiveFeed;
  /** Lets a second go by: the next position is recorded. */
  tick(): void;
}
