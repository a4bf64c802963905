import type { Satellite } from "./satellites.ts";

/** `TERRA` gives `terra_topic`, `ISS (ZARYA)` gives `iss_topic`. */
export function defaultTopic({ name }: Pick<Satellite, "name">): string {
  return topicOf(name.split(" (")[0]!);
}

/** The topic of a word, whatever it is: `Last 30 days` gives `last_30_days_topic`. */
export function topicOf(word: string): string {
  return `${word.toLowerCase().replaceAll(/[^a-z0-9._-]/g, "_")}_topic`;
}
