import { topicOf } from "./default_topic.ts";
import { SettingsError } from "../shared/settings.ts";
import type { FoundSatellites } from "./intake/find_satellites.ts";

/** So many may have a topic each. */
export const MOST_TOPICS = 50;

/**
 * The topic of a group that is all there is to produce: `all` gives
 * `all_topic`; undefined where satellites are named one by one.
 *
 * @throws {SettingsError} If there would be too many topics.
 */
export function groupTopic(
  { answers, satellites }: FoundSatellites,
): string | undefined {
  const [word, ...others] = answers.keys();
  if (word !== undefined && others.length === 0 && satellites.length > 1) {
    return topicOf(word);
  }
  if (satellites.length <= MOST_TOPICS) return undefined;
  throw new SettingsError(
    `Cannot start as TOPIC must be set where SATELLITES are more than ` +
      `${MOST_TOPICS} and not one group: current number is ${satellites.length}`,
  );
}
