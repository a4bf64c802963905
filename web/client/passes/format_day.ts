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

/** Made once: to make one takes a hundred times as long as to use it. */
const local = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZoneName: "short",
});

/** A time where the visitor is, with the name of that time. */
export function formatLocal(time: string): string {
  return local.format(new Date(time));
}
