/** The page is in English, whoever looks. */
const day = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
});

/** The day of a time, in UTC: `23 Aug`. */
export function formatDay(time: string): string {
  return day.format(new Date(time));
}
