// The Swedish way of writing a time is that of the rest of the page.
const local = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "medium",
});

/** A time on the clock of whoever looks: `2026-08-23 16:36:42`. */
export function formatLocalTime(timeMs: number): string {
  return local.format(timeMs);
}
