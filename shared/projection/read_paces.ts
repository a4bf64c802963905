import { preparedOnce } from "../sqlite.ts";
import type { Projection } from "./projection.ts";
import { stepMs } from "./step.ts";
import type { StoreKey } from "./store/stored_hour.ts";

/** How a topic is filled, so that its silence can be judged. */
export interface TopicPace {
  readonly topic: string;
  /** Of which it holds positions. */
  readonly satellites: number;
  /** Between two samples of the satellite heard last; null where unknown. */
  readonly stepMs: number | null;
}

// With max() the other columns are of the row that has it.
const newestOfTopics = preparedOnce((db) =>
  db.prepare<
    [],
    StoreKey & { topic: string; satellites: number; lastMs: number }
  >(`
    SELECT topics.name AS topic, topic_ref AS topicRef, norad_id AS noradId,
      count(*) AS satellites, max(last_ms) AS lastMs
    FROM recordings JOIN topics ON ref = topic_ref
    GROUP BY topic_ref ORDER BY topics.name`)
);

/** How each topic that holds positions is filled, in order of name. */
export function readPaces(projection: Projection): TopicPace[] {
  return newestOfTopics(projection.db).all().map(
    ({ topic, satellites, lastMs, ...key }) => ({
      topic,
      satellites,
      stepMs: stepMs(projection, key, lastMs + 1),
    }),
  );
}
