/** Each with the day before it; the page is in English, whoever looks. */
const day = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
});

/**
 * Returns a time of day, with its day where that is another than before:
 * `23 Aug 13:52:10`.
 *
 * @param before Null for the first.
 */
export function formatRise(time: string, before: string | null): string {
  const clock = time.slice(11, 19);
  return time.slice(0, 10) === before?.slice(0, 10)
    ? clock
    : `${day.format(new Date(time))} ${clock}`;
}

/** The same where the visitor is, with the name of that time. */
export function formatLocal(time: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  }).format(new Date(time));
}
