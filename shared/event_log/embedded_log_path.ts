/**
 * The file of the embedded log that a setting names, as in
 * `sqlite:data/events.db`; null where it names another kind of log, or none.
 */
export function embeddedLogPath(place: string): string | null {
  return /^sqlite:(.+)$/s.exec(place)?.[1] ?? null;
}
