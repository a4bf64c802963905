/** A catalogue's events are spread over so many partitions. */
const PARTITIONS = 4;

interface Chosen {
  readonly BACKFILL: number;
  readonly TOPIC_PARTITIONS: number;
}

/**
 * The settings of a producer of a catalogue, where some defaults are others: a
 * day of it is 23.6 million positions, so nothing is filled in unless asked for,
 * and its topic has several partitions.
 *
 * @param variable What the settings were read from, to tell what was set.
 */
export function withCatalogueDefaults<T extends Chosen>(
  settings: T,
  variable: (name: string) => string | undefined,
): T {
  return {
    ...settings,
    BACKFILL: variable("BACKFILL") ? settings.BACKFILL : 0,
    TOPIC_PARTITIONS: variable("TOPIC_PARTITIONS")
      ? settings.TOPIC_PARTITIONS
      : PARTITIONS,
  };
}
