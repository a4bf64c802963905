import type { FeedEvent } from "../stream/feed_event.ts";
import type { LiveFeed } from "../stream/live_feed.ts";
import { positionsOf, START_MS, TERRA } from "./given_positions.ts";
import { TestApp } from "./test_app.ts";

const seconds = (timeMs: number) => (timeMs - START_MS) / 1000;

/** What the feed says, in short: "tick 3", "backfilled 25994 1 2". */
export function listen(feed: LiveFeed): string[] {
  const said: string[] = [];
  feed.subscribe({
    take: (event) => said.push(inShort(event)),
    fail: (error) => said.push(`fail ${error.message}`),
  });
  return said;
}

function inShort(event: FeedEvent): string {
  switch (event.kind) {
    case "tick":
      return `tick ${seconds(event.frame.timeMs)}`;
    case "backfilled": {
      const { noradId, fromMs, toMs } = event.range;
      return `backfilled ${noradId} ${seconds(fromMs)} ${seconds(toMs)}`;
    }
    case "state":
      return /"state":"(\w+)"/.exec(new TextDecoder().decode(event.bytes))![1]!;
    case "replaced":
      return `replaced ${event.noradIds.join(",")}`;
    default:
      return event.kind;
  }
}

/** What is said from the next poll on. */
export async function givenFeed(events = positionsOf(TERRA, 0, 10)) {
  const test = await TestApp.given(events);
  await test.pollAt(9);
  return { test, said: listen(test.feed) };
}
